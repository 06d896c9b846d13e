import { type QuestionContent } from '@haven/assessment/contract';
import { inLocale, type Locale } from '@haven/shared/contract';
import { ItemWriter, type PictureFile } from './item-writer';
import { attributes } from './xml-parts';

/** One question as an item of QTI 3.0 in one language. Where the standard can say it, the credit is Haven's own. */
export function writeItem(
  content: QuestionContent,
  lang: Locale,
  identifier: string,
  picture: PictureFile | null,
): string {
  const writer = new ItemWriter(lang, picture);
  const { declarations, body, processing } = writer.parts(content);
  const title = inLocale(content.prompt, lang).value.replace(/\s+/g, ' ').slice(0, 100);
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"${attributes({
    identifier,
    title,
    adaptive: 'false',
    'time-dependent': 'false',
    'xml:lang': lang,
  })}>
${declarations}  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float">
    <qti-default-value><qti-value>0</qti-value></qti-default-value>
  </qti-outcome-declaration>
  <qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier">
    <qti-default-value><qti-value>WHY</qti-value></qti-default-value>
  </qti-outcome-declaration>
  <qti-item-body>
${body}  </qti-item-body>
${processing}  <qti-modal-feedback outcome-identifier="FEEDBACK" identifier="WHY" show-hide="show">
    <qti-content-body><p>${writer.text(content.explanation)}</p></qti-content-body>
  </qti-modal-feedback>
</qti-assessment-item>
`;
}

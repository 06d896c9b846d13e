import { qtiCarries, type QuestionContent } from '@haven/assessment/contract';
import { type Locale } from '@haven/shared/contract';
import { writeItem } from './write-item';
import { attributes } from './xml-parts';
import { zipped } from './zip';

/** How large a picture is, in pixels. */
export type MeasurePicture = (bytes: Buffer) => Promise<{ width: number; height: number }>;

/** Questions as a package of QTI 3.0 in one language. One that it cannot carry is a comment in the manifest. */
export async function writePackage(
  questions: readonly QuestionContent[],
  lang: Locale,
  measure: MeasurePicture,
): Promise<Buffer> {
  const files: [string, Buffer | string][] = [];
  const resources: string[] = [];
  for (const [at, content] of questions.entries()) {
    if (!qtiCarries(content)) {
      resources.push(
        `    <!-- Question ${at + 1} (${content.kind}) is not in this package: QTI cannot carry it. -->\n`,
      );
      continue;
    }
    const identifier = `q${String(at + 1).padStart(3, '0')}`;
    const item = `items/${identifier}.xml`;
    const picture = content.kind === 'hotspot' ? pictureOf(content.picture, identifier) : null;
    const shown = picture && { address: `../${picture.name}`, ...(await measure(picture.bytes)) };
    files.push([item, writeItem(content, lang, identifier, shown)]);
    if (picture) files.push([picture.name, picture.bytes]);
    resources.push(resource(identifier, [item, ...(picture ? [picture.name] : [])]));
  }
  return zipped([['imsmanifest.xml', manifest(resources)], ...files]);
}

function pictureOf(url: string, identifier: string): { name: string; bytes: Buffer } {
  const ending = /^data:image\/(\w+);/.exec(url)?.[1] ?? 'webp';
  return {
    name: `pictures/${identifier}.${ending}`,
    bytes: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'),
  };
}

const resource = (identifier: string, files: readonly string[]) => {
  const given = { identifier, type: 'imsqti_item_xmlv3p0', href: files[0] ?? '' };
  const inner = files.map((href) => `      <file${attributes({ href })}/>\n`).join('');
  return `    <resource${attributes(given)}>\n${inner}    </resource>\n`;
};

const manifest = (resources: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="questions">
  <metadata>
    <schema>QTI Package</schema>
    <schemaversion>3.0.0</schemaversion>
  </metadata>
  <organizations/>
  <resources>
${resources.join('')}  </resources>
</manifest>
`;

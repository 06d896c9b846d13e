import sharp from 'sharp';
import { readAny, toReport } from '../read-any';
import { filesOf } from '../testing/files-of';

const manifest = (version: string, items: string, resources: string) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
  <metadata>
    <schema>IMS Common Cartridge</schema><schemaversion>${version}</schemaversion>
    <lomimscc:lom><lomimscc:general>
      <lomimscc:title><lomimscc:string>City policies</lomimscc:string></lomimscc:title>
      <lomimscc:description><lomimscc:string>How to read one.</lomimscc:string></lomimscc:description>
    </lomimscc:general></lomimscc:lom>
  </metadata>
  <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">
${items}
  </item></organization></organizations>
  <resources>
${resources}
  </resources>
</manifest>`;

const items = `<item identifier="i1"><title>Week one</title>
<item identifier="i2" identifierref="page"><title>Read the clause</title></item>
<item identifier="i3" identifierref="link"><title>The text of the law</title></item>
<item identifier="i4" identifierref="test"><title>Check yourself</title></item>
<item identifier="i5" identifierref="talk"><title>Discuss</title></item>
<item identifier="i6" identifierref="tool"><title>A tool</title></item>
<item identifier="i7" identifierref="gone"><title>Gone</title></item>
</item>
<item identifier="i8" identifierref="pdf"><title>The form</title></item>`;

const resources = `<resource identifier="page" type="webcontent" href="pages/clause.html"><file href="pages/clause.html"/></resource>
<resource identifier="link" type="imswl_xmlv1p1"><file href="link.xml"/></resource>
<resource identifier="test" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="test.xml"/></resource>
<resource identifier="talk" type="imsdt_xmlv1p1"><file href="talk.xml"/></resource>
<resource identifier="tool" type="imsbasiclti_xmlv1p0"><file href="tool.xml"/></resource>
<resource identifier="pdf" type="webcontent" href="form.pdf"><file href="form.pdf"/></resource>
<resource identifier="bank" type="imsqti_xmlv1p2/imscc_xmlv1p1/question-bank"><file href="bank.xml"/></resource>`;

const page = `<html><head><title>x</title><script>alert(1)</script></head><body>
<h1>Read the clause</h1>
<p onclick="alert(1)">Look for <strong>shall</strong> and <a href="javascript:alert(1)">this</a>, then <a href="../link.xml">the law</a>.</p>
<ul><li>Who<ul><li>what</li></ul></li></ul>
<p><img src="$IMS-CC-FILEBASE$/door.png" alt="A door"><iframe src="https://example.org/"></iframe></p>
<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>
</body></html>`;

const label = (id: string, text: string) =>
  `<response_label ident="${id}"><material><mattext texttype="text/html">&lt;p&gt;${text}&lt;/p&gt;</mattext></material></response_label>`;
const item = (profile: string, cardinality: string, labels: string, condition: string) => `<item ident="${profile}">
<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>${profile}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
<presentation><material><mattext texttype="text/html">&lt;p&gt;Which of ${profile}?&lt;/p&gt;</mattext></material>
<response_lid ident="r" rcardinality="${cardinality}"><render_choice>${labels}</render_choice></response_lid></presentation>
<resprocessing><outcomes><decvar varname="SCORE"/></outcomes>${condition}</resprocessing>
<itemfeedback ident="general_fb"><flow_mat><material><mattext texttype="text/plain">Because.</mattext></material></flow_mat></itemfeedback>
</item>`;
const right = (inner: string) =>
  `<respcondition continue="No"><conditionvar>${inner}</conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition>`;
const equal = (id: string) => `<varequal respident="r">${id}</varequal>`;

const test = `<?xml version="1.0"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="T"><section ident="s">
${item('cc.multiple_choice.v0p1', 'Single', label('1', 'Shall') + label('2', 'May'), right(equal('1')))}
${item('cc.multiple_response.v0p1', 'Multiple', label('1', 'A') + label('2', 'B') + label('3', 'C'), right(`<and>${equal('1')}${equal('3')}<not>${equal('2')}</not></and>`))}
${item('cc.true_false.v0p1', 'Single', label('t', 'True') + label('f', 'False'), right(equal('f')))}
${item('no key', 'Single', label('1', 'A') + label('2', 'B'), '')}
<item ident="e"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>cc.essay.v0p1</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
<presentation><material><mattext>Write</mattext></material><response_str ident="r"><render_fib/></response_str></presentation></item>
</section></assessment></questestinterop>`;

const link =
  '<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"><title>T</title><url href="https://example.org/law" target="_self"/></webLink>';

describe('a Common Cartridge', () => {
  const files = async (version = '1.1.0', more: Record<string, string | Buffer> = {}) => ({
    'imsmanifest.xml': manifest(version, items, resources),
    'pages/clause.html': page,
    'web_resources/door.png': await sharp({ create: { width: 30, height: 20, channels: 3, background: '#08525a' } })
      .png()
      .toBuffer(),
    'link.xml': link,
    'test.xml': test,
    'talk.xml': '<topic/>',
    'tool.xml': '<tool/>',
    'bank.xml': '<questestinterop/>',
    'form.pdf': '%PDF-1.7 x',
    ...more,
  });
  const read = async (given: Record<string, string | Buffer>) =>
    readAny(filesOf(given), { lang: 'en', name: 'x.imscc' }, '2026-11-27');

  it.each(['1.1.0', '1.2.0', '1.3.0'])('%s brings its pages, links, files and choice questions', async (version) => {
    const { format, read: course, left } = await read(await files(version));
    expect(format).toBe('common-cartridge');
    expect(course.course).toMatchObject({
      slug: 'city-policies',
      title: { en: 'City policies' },
      summary: { en: 'How to read one.' },
    });
    expect(course.course.modules.map(({ title, lessons }) => [title.en, ...lessons])).toEqual([
      ['Week one', 'read-the-clause', 'the-text-of-the-law', 'check-yourself'],
      ['City policies', 'the-form'],
    ]);
    expect(course.lessons.get('read-the-clause')?.texts.en.blocks).toMatchObject([
      {
        type: 'paragraph',
        content: [
          { text: 'Look for ' },
          { text: 'shall', marks: [{ type: 'strong' }] },
          { text: ' and ' },
          { text: 'this' },
          { text: ', then ' },
          { text: 'the law', marks: [{ attrs: { href: 'lesson:the-text-of-the-law' } }] },
          { text: '.' },
        ],
      },
      { type: 'list', items: [[{ text: 'Who' }], [{ text: 'what' }]] },
      { type: 'image', alt: 'A door', width: 30 },
      { type: 'table', head: [[{ text: 'A' }], [{ text: 'B' }]], rows: [[[{ text: '1' }], [{ text: '2' }]]] },
    ]);
    expect(course.lessons.get('the-text-of-the-law')?.texts.en.blocks).toMatchObject([
      { type: 'resource', href: 'https://example.org/law' },
    ]);
    expect(course.lessons.get('the-form')?.texts.en.blocks).toMatchObject([
      { type: 'file', title: 'The form', format: 'pdf' },
    ]);
    expect(course.quizzes.get('check-yourself')?.contents).toMatchObject([
      {
        kind: 'single',
        prompt: { en: 'Which of cc.multiple_choice.v0p1?' },
        options: [{ text: { en: 'Shall' }, correct: true }, { correct: false }],
        explanation: { en: 'Because.' },
        evidence: null,
      },
      { kind: 'multiple', options: [{ correct: true }, { correct: false }, { correct: true }] },
      { kind: 'true-false' },
    ]);
    expect(toReport({ format, read: course, left })).toMatchObject({ questions: 3, pictures: 1, files: 1 });
    expect(left.map(({ file, reason, what }) => [file, reason, what])).toEqual([
      ['imsmanifest.xml', 'discussion', 'Discuss'],
      ['imsmanifest.xml', 'tool', 'A tool'],
      ['imsmanifest.xml', 'missing', 'Gone'],
      ['imsmanifest.xml', 'resource', 'bank.xml'],
      ['pages/clause.html', 'link', 'javascript:alert(1)'],
      ['pages/clause.html', 'list', null],
      ['pages/clause.html', 'media', 'iframe'],
      ['talk.xml', 'unused-file', null],
      ['test.xml', 'question-key', null],
      ['test.xml', 'question-type', 'cc.essay.v0p1'],
      ['tool.xml', 'unused-file', null],
    ]);
    expect(left.every(({ line, reason }) => line !== null || reason === 'unused-file')).toBe(true);
  });

  it('is read safely: no document type, nothing nested without end, nothing from outside', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>';
    await expect(read({ ...(await files()), 'imsmanifest.xml': `${doctype}<manifest/>` })).rejects.toThrow(/doctype/);
    const deep = `${'<div>'.repeat(100_000)}x`;
    const { left } = await read(
      await files('1.1.0', {
        'pages/clause.html': deep,
        'link.xml': `${doctype}<webLink/>`,
        'test.xml': '<questestinterop>',
      }),
    );
    const reasons = left.map(({ file, reason }) => `${file} ${reason}`);
    expect(reasons).toEqual(expect.arrayContaining(['link.xml doctype', 'test.xml malformed']));
    expect(reasons.find((one) => one.startsWith('pages/clause.html'))).toMatch(/too-deep|too-long/);
  });

  it('is refused where the manifest is no manifest', async () => {
    await expect(read({ 'imsmanifest.xml': '<other/>' })).rejects.toThrow(/no manifest/);
    await expect(read({ 'imsmanifest.xml': 'hello' })).rejects.toThrow(/cannot be read/);
  });
});

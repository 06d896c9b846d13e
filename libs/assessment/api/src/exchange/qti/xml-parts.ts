/** A text within XML, in an element or an attribute. Line ends of an attribute are kept. */
export const escapedXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');

/** Attributes of an element, with a space before each. */
export const attributes = (given: Readonly<Record<string, string>>): string =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${escapedXml(value).replaceAll('\n', '&#10;')}"`)
    .join('');

/** What each answer earns, and what all others do. */
export interface Mapped {
  readonly lower?: number;
  readonly entries: readonly (readonly [string, number])[];
  readonly others?: number;
  readonly matchCase?: boolean;
}

const share = (value: number) => String(Number(value.toFixed(9)));

/** The declaration of one response: what is right, and what earns how much where that is more than right or wrong. */
export function response(
  identifier: string,
  cardinality: string,
  type: string,
  correct: readonly string[],
  mapped: Mapped | null,
): string {
  const values = correct.map((value) => `<qti-value>${escapedXml(value)}</qti-value>`).join('');
  const right = values ? `    <qti-correct-response>${values}</qti-correct-response>\n` : '';
  return `  <qti-response-declaration${attributes({ identifier, cardinality, 'base-type': type })}>
${right}${mapped ? mapping(mapped) : ''}  </qti-response-declaration>
`;
}

function mapping({ lower, entries, others = 0, matchCase }: Mapped): string {
  const given = { 'default-value': share(others), ...(lower !== undefined && { 'lower-bound': share(lower) }) };
  const cases: Record<string, string> = matchCase === undefined ? {} : { 'case-sensitive': String(matchCase) };
  const all = entries.map(
    ([key, value]) =>
      `      <qti-map-entry${attributes({ 'map-key': key, 'mapped-value': share(value), ...cases })}/>\n`,
  );
  return `    <qti-mapping${attributes(given)}>\n${all.join('')}    </qti-mapping>\n`;
}

const template = (name: string) =>
  `  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${name}.xml"/>\n`;

const scored = (expression: string) => `  <qti-response-processing>
    <qti-set-outcome-value identifier="SCORE">
${expression}    </qti-set-outcome-value>
  </qti-response-processing>
`;

/** How a response becomes a score. */
export const templates = {
  match: template('match_correct'),
  map: template('map_response'),
  /** The shares of several responses together, never below nothing. */
  sum: (ids: readonly string[]): string =>
    scored(`      <qti-max>
        <qti-base-value base-type="float">0</qti-base-value>
        <qti-sum>${ids.map((id) => `<qti-map-response${attributes({ identifier: id })}/>`).join('')}</qti-sum>
      </qti-max>
`),
  /** 1 for a number no farther from the right one than `tolerance`. */
  within: (tolerance: number): string => `  <qti-response-processing>
    <qti-response-condition>
      <qti-response-if>
        <qti-equal${attributes({ 'tolerance-mode': 'absolute', tolerance: `${tolerance} ${tolerance}` })}>
          <qti-variable identifier="RESPONSE"/>
          <qti-correct identifier="RESPONSE"/>
        </qti-equal>
        <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value>
      </qti-response-if>
    </qti-response-condition>
  </qti-response-processing>
`,
};

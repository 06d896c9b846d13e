const MINUS = /^[\u2212\u2012\u2013-]/;
const PLAIN = /^\d*[.,]?\d+(?:e[+-]?\d{1,2})?$/i;
/** Groups of three by one separator, then perhaps the other one and decimals. */
const GROUPED = /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;

/**
 * The numbers that a text can mean, none where it is no number. Decimal comma and point, and thousands by comma, point, space or apostrophe
 * are read whatever the language is: Mexico writes 12.5 and Spain 12,5, and people type what they learned. `1,234` means two numbers.
 */
export function readNumber(text: string): number[] {
  const given = text.normalize('NFKC').trim().replace(/[’]/g, "'").replace(/\s+/g, ' ');
  const negative = MINUS.test(given);
  const digits = given.replace(MINUS, '').replace(/^\+/, '').trim();
  const readings = new Set<number>();
  if (PLAIN.test(digits)) readings.add(Number(digits.replace(',', '.')));
  const separator = GROUPED.exec(digits)?.[1];
  if (separator) readings.add(Number(digits.replaceAll(separator, '').replace(',', '.')));
  return [...readings].filter(Number.isFinite).map((value) => (negative && value !== 0 ? -value : value));
}

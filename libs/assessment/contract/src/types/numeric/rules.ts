import { entries, isPicks } from '../../answer';
import { FULL, NONE } from '../../fraction';
import { join, same } from '../lines';
import { type QuestionRules } from '../question-type';
import { readNumber } from './read-number';
import { type NumericContent, type NumericFace } from './schema';

/** What is lost to binary fractions (0.1 + 0.2) is given back: this part of the larger of value and tolerance, and no more. */
const SLACK = 1e-9;

function isRight({ value, tolerance, units }: NumericContent, typed: number, unit: string | undefined): boolean {
  const [first] = units;
  const factor = units.length > 1 ? units.find(({ id }) => id === unit)?.factor : (first?.factor ?? 1);
  if (factor === undefined) return false;
  return Math.abs(typed * factor - value) <= tolerance + SLACK * Math.max(Math.abs(value), tolerance);
}

/** A number as the language writes it. */
const written = (value: number) => ({ en: String(value), es: String(value).replace('.', ',') });

export const rules: QuestionRules<NumericContent, NumericFace> = {
  accepts: ({ units }, answer) =>
    !isPicks(answer) &&
    Object.entries(answer).every(
      ([field, text]) =>
        field === 'value' || (field === 'unit' && (text === '' || units.some(({ id }) => id === text))),
    ),
  grade: (content, answer) => {
    const { value = '', unit } = entries(answer);
    return readNumber(value).some((typed) => isRight(content, typed, unit)) ? FULL : NONE;
  },
  key: ({ value, units: [unit] }) => ({ value: String(value), ...(unit && { unit: unit.id }) }),
  right: ({ value, tolerance, units: [unit] }) => {
    const number = join([written(value), written(tolerance)], ([v, t]) => (tolerance > 0 ? `${v} ± ${t}` : `${v}`));
    return [unit ? join([number, unit.text], (parts) => parts.join(' ')) : number];
  },
  face: ({ kind, prompt, units }, { question }) => ({
    kind,
    id: question,
    prompt,
    units: units.map(({ id, text }) => ({ id, text })),
  }),
  summarise: ({ units }, answer) => {
    const { value = '', unit } = entries(answer);
    if (!value.trim()) return [];
    const chosen = units.length > 1 ? units.find(({ id }) => id === unit) : units[0];
    return [chosen ? join([same(value.trim()), chosen.text], (parts) => parts.join(' ')) : same(value.trim())];
  },
};

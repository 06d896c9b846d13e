import { type Locale } from '@haven/shared/contract';
import { CsvError, parse } from 'csv-parse/sync';
import { Finds, type Found, MOST, type Reading, tidy, Unreadable } from '../found';
import { oneNumber } from '../gift/read-gift';
import { type Body, type Choice, toContent } from '../sketch';

/** The columns, in either language. `option 1`, `option 2` … are those of a choice, or what is put in order or matched. */
const COLUMNS: Readonly<Record<string, string>> = {
  type: 'type',
  tipo: 'type',
  question: 'question',
  pregunta: 'question',
  answer: 'answer',
  respuesta: 'answer',
  tolerance: 'tolerance',
  tolerancia: 'tolerance',
  explanation: 'explanation',
  explicacion: 'explanation',
};
const OPTION = /^(?:option|opcion) ?(\d{1,2})$/;

/** The types, in either language. Without one it follows from the options and the answer. */
const TYPES: Readonly<Record<string, Body['kind']>> = {
  single: 'single',
  unica: 'single',
  multiple: 'multiple',
  'true-false': 'true-false',
  'verdadero-falso': 'true-false',
  ordering: 'ordering',
  ordenar: 'ordering',
  matching: 'matching',
  emparejar: 'matching',
  numeric: 'numeric',
  numerica: 'numeric',
  'short-text': 'short-text',
  'texto-corto': 'short-text',
  reflection: 'reflection',
  reflexion: 'reflection',
};
const TRUTHS: Readonly<Record<string, boolean>> = {
  true: true,
  verdadero: true,
  false: false,
  falso: false,
};

const bare = (text: string) => tidy(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The sign between the cells: the one that the header has most of. A table from a Spanish spreadsheet has semicolons. */
function delimiterOf(header: string): string {
  const many = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].toSorted((a, b) => many(b) - many(a))[0] ?? ',';
}

const firstLine = (text: string) => text.trimStart().split('\n', 1)[0] ?? '';
const cellsOf = (header: string) => header.split(delimiterOf(header)).map((cell) => bare(cell.replaceAll('"', '')));

/** Whether a text begins with a header that names a column of questions. */
export const isTable = (text: string): boolean => cellsOf(firstLine(text)).some((cell) => COLUMNS[cell] === 'question');

/** Reads a table of questions, one in a row. */
export function readCsv(text: string, lang: Locale): Reading {
  const finds = new Finds();
  const header = cellsOf(firstLine(text));
  header.forEach((cell) => {
    if (cell && !COLUMNS[cell] && !OPTION.test(cell)) finds.leave('header', 1, cell);
  });
  for (const { record, line } of rows(text).slice(1))
    finds.read(line, () => toContentOf(new Row(header, record), lang));
  return { format: 'csv', taken: finds.taken, left: finds.left };
}

function rows(text: string): { record: string[]; line: number }[] {
  try {
    const found = parse(text, {
      delimiter: delimiterOf(firstLine(text)),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      // The header, the most there may be, and one that says that there are more.
      to: MOST + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // The parser tells the last line of each row; a cell may have several.
    return found.map(({ record, info }) => ({
      record,
      line: info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0),
    }));
  } catch (cause) {
    if (cause instanceof CsvError) throw new Unreadable('malformed', Number(cause['lines']) || 1);
    throw cause;
  }
}

/** One row by the names of its columns. */
class Row {
  readonly options: readonly string[];

  constructor(
    private readonly header: readonly string[],
    private readonly cells: readonly string[],
  ) {
    this.options = header
      .map((name, at) => ({ number: Number(OPTION.exec(name)?.[1] ?? 0), text: tidy(cells[at] ?? '') }))
      .filter(({ number, text }) => number > 0 && text !== '')
      .toSorted((a, b) => a.number - b.number)
      .map(({ text }) => text);
  }

  cell(name: string): string {
    return tidy(this.cells[this.header.findIndex((given) => COLUMNS[given] === name)] ?? '');
  }

  /** Several answers in one cell stand on lines or have a bar between them. */
  get answers(): string[] {
    return this.cell('answer').split(/[|\n]/).map(tidy).filter(Boolean);
  }
}

function toContentOf(row: Row, lang: Locale): Pick<Found, 'content' | 'notes'> {
  return toContent(
    { prompt: row.cell('question'), body: bodyOf(row), explanation: row.cell('explanation'), notes: [] },
    lang,
  );
}

function kindOf(row: Row): Body['kind'] {
  const given = bare(row.cell('type')).replaceAll(/[ _]/g, '-');
  const kind = TYPES[given];
  if (given && !kind) throw new Unreadable('type', null, given);
  if (kind) return kind;
  if (row.options.length > 0) return row.answers.length > 1 ? 'multiple' : 'single';
  return bare(row.cell('answer')) in TRUTHS ? 'true-false' : 'short-text';
}

function bodyOf(row: Row): Body {
  const kind = kindOf(row);
  const [first = ''] = row.answers;
  switch (kind) {
    case 'single':
    case 'multiple':
      return { kind, options: optionsOf(row) };
    case 'true-false': {
      const truth = TRUTHS[bare(first)];
      if (truth === undefined) throw new Unreadable('key', null, first);
      return { kind, truth };
    }
    case 'ordering':
      return { kind, items: row.options };
    case 'matching':
      return matching(row.options);
    case 'numeric': {
      const tolerance = row.cell('tolerance');
      return { kind, value: oneNumber(first), tolerance: tolerance ? Math.abs(oneNumber(tolerance)) : 0, units: [] };
    }
    case 'short-text':
      return { kind, accepted: row.answers, matchCase: false };
    default:
      return { kind: 'reflection' };
  }
}

/** The right options by their text, their letter (A, B) or their number (1, 2). */
function optionsOf({ options, answers }: Row): Choice[] {
  const right = new Set(
    answers.flatMap((answer) => {
      const at = options.findIndex((option) => bare(option) === bare(answer));
      if (at >= 0) return [at];
      // “A, C” is two letters, as “1, 3” is two numbers.
      return answer.split(/[,; ]+/).map((name) => {
        const place = /^[A-Za-z]$/.test(name) ? name.toLowerCase().charCodeAt(0) - 97 : Number(name) - 1;
        if (!options[place]) throw new Unreadable('key', null, answer);
        return place;
      });
    }),
  );
  return options.map((text, at) => ({ text, right: right.has(at) }));
}

function matching(options: readonly string[]): Body {
  const pairs = options.map((option) => {
    const [row = '', target] = option.split(/->|→/).map(tidy);
    if (!target) throw new Unreadable('answers', null, option);
    return { row, target };
  });
  const targets = [...new Set(pairs.map(({ target }) => target))];
  const rows = pairs
    .filter(({ row }) => row)
    .map(({ row, target }) => ({ text: row, target: targets.indexOf(target) }));
  return { kind: 'matching', rows, targets };
}

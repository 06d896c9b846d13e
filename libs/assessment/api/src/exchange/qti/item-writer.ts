import { type QuestionContent, truths } from '@haven/assessment/contract';
import { inLocale, type Locale, type Text } from '@haven/shared/contract';
import { attributes, escapedXml, type Mapped, response, templates } from './xml-parts';

/** A picture as it stands beside an item. */
export interface PictureFile {
  readonly address: string;
  /** In pixels: QTI gives places in them. */
  readonly width: number;
  readonly height: number;
}

type Of<K extends QuestionContent['kind']> = Extract<QuestionContent, { kind: K }>;

/** The parts of an item that its type decides. */
interface Parts {
  readonly declarations: string;
  readonly body: string;
  readonly processing: string;
}

/** Writes what is in an item, by the type of its question. */
export class ItemWriter {
  constructor(
    private readonly lang: Locale,
    private readonly picture: PictureFile | null,
  ) {}

  /** A text with its lines. */
  text(text: Text): string {
    return escapedXml(this.plain(text)).replaceAll('\n', '<br/>');
  }

  parts(content: QuestionContent): Parts {
    switch (content.kind) {
      case 'single':
      case 'multiple':
        return this.choice(content, content.options, content.kind === 'single');
      case 'true-false':
        return this.choice(
          content,
          truths.map(({ id, text }) => ({ id, text, correct: id === String(content.truth) })),
          true,
        );
      case 'ordering':
        return this.ordering(content);
      case 'matching':
        return this.matching(content);
      case 'numeric':
        return this.numeric(content);
      case 'short-text':
        return this.shortText(content);
      case 'blanks':
        return this.blanks(content);
      case 'hotspot':
        return this.hotspot(content);
      default:
        return {
          declarations: response('RESPONSE', 'single', 'string', [], null),
          body: this.interaction('extended-text', content.prompt, {}, ''),
          processing: '',
        };
    }
  }

  private plain(text: Text): string {
    return inLocale(text, this.lang).value;
  }

  private interaction(name: string, prompt: Text, given: Record<string, string>, inner: string): string {
    const tag = `qti-${name}-interaction`;
    return `    <${tag}${attributes({ 'response-identifier': 'RESPONSE', ...given })}>
      <qti-prompt>${this.text(prompt)}</qti-prompt>
${inner}    </${tag}>
`;
  }

  private options(
    name: string,
    parts: readonly { id: string; text: Text }[],
    given: Record<string, string> = {},
  ): string {
    return parts
      .map(
        ({ id, text }) =>
          `      <qti-${name}${attributes({ identifier: nameOf(id), ...given })}>${this.text(text)}</qti-${name}>\n`,
      )
      .join('');
  }

  private choice(
    { prompt }: QuestionContent,
    options: readonly { id: string; text: Text; correct: boolean }[],
    isOne: boolean,
  ): Parts {
    const right = options.filter(({ correct }) => correct);
    const wrong = options.length - right.length || 1;
    const shares: Mapped = {
      lower: 0,
      entries: options.map(({ id, correct }) => [nameOf(id), correct ? 1 / right.length : -1 / wrong]),
    };
    const keys = right.map(({ id }) => nameOf(id));
    return {
      declarations: response('RESPONSE', isOne ? 'single' : 'multiple', 'identifier', keys, isOne ? null : shares),
      body: this.interaction(
        'choice',
        prompt,
        { 'max-choices': isOne ? '1' : '0', shuffle: 'true' },
        this.options('simple-choice', options),
      ),
      processing: isOne ? templates.match : templates.map,
    };
  }

  /** The items stand by their names, which tell nothing: a program that does not shuffle must not show the order. */
  private ordering({ prompt, items }: Of<'ordering'>): Parts {
    const shown = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return {
      declarations: response(
        'RESPONSE',
        'ordered',
        'identifier',
        items.map(({ id }) => nameOf(id)),
        null,
      ),
      body: this.interaction('order', prompt, { shuffle: 'true' }, this.options('simple-choice', shown)),
      processing: templates.match,
    };
  }

  private matching({ prompt, rows, targets }: Of<'matching'>): Parts {
    const pairs = rows.map(({ id, target }) => `${nameOf(id)} ${nameOf(target)}`);
    const others = -1 / (targets.length - 1) / rows.length;
    const shares: Mapped = { lower: 0, entries: pairs.map((pair) => [pair, 1 / rows.length]), others };
    const set = (parts: readonly { id: string; text: Text }[], most: string) =>
      `      <qti-simple-match-set>\n${this.options('simple-associable-choice', parts, { 'match-max': most })}      </qti-simple-match-set>\n`;
    return {
      declarations: response('RESPONSE', 'multiple', 'directedPair', pairs, shares),
      body: this.interaction(
        'match',
        prompt,
        { 'max-associations': String(rows.length), shuffle: 'true' },
        set(rows, '1') + set(targets, '0'),
      ),
      processing: templates.map,
    };
  }

  private entry(id: string): string {
    return `<qti-text-entry-interaction${attributes({ 'response-identifier': id })}/>`;
  }

  private numeric({ prompt, value, tolerance, units: [unit] }: Of<'numeric'>): Parts {
    const after = unit ? ` ${this.text(unit.text)}` : '';
    return {
      declarations: response('RESPONSE', 'single', 'float', [String(value)], null),
      body: `    <p>${this.text(prompt)}</p>\n    <p>${this.entry('RESPONSE')}${after}</p>\n`,
      processing: templates.within(tolerance),
    };
  }

  private accepted(id: string, share: number, typed: { accepted: readonly Text[]; matchCase: boolean }): string {
    const texts = typed.accepted.map((text) => this.plain(text));
    const entries = texts.map((text): [string, number] => [text, share]);
    return response(id, 'single', 'string', texts.slice(0, 1), { entries, matchCase: typed.matchCase });
  }

  private shortText(content: Of<'short-text'>): Parts {
    return {
      declarations: this.accepted('RESPONSE', 1, content),
      body: `    <p>${this.text(content.prompt)}</p>\n    <p>${this.entry('RESPONSE')}</p>\n`,
      processing: templates.map,
    };
  }

  private blanks({ prompt, text, blanks }: Of<'blanks'>): Parts {
    const share = 1 / blanks.length;
    const idOf = (blank: string) => `RESPONSE_${blank}`;
    const declarations = blanks.map((blank) => {
      if (blank.kind === 'type') return this.accepted(idOf(blank.id), share, blank);
      const others = -share / (blank.options.length - 1);
      const entries = blank.options.map(({ id, correct }): [string, number] => [nameOf(id), correct ? share : others]);
      const right = blank.options.filter(({ correct }) => correct).map(({ id }) => nameOf(id));
      return response(idOf(blank.id), 'single', 'identifier', right, { entries });
    });
    const shown = new Map(
      blanks.map((blank) => [
        blank.id,
        blank.kind === 'type'
          ? this.entry(idOf(blank.id))
          : `<qti-inline-choice-interaction${attributes({ 'response-identifier': idOf(blank.id), shuffle: 'true' })}>${this.options('inline-choice', blank.options).replaceAll('\n', '').trim()}</qti-inline-choice-interaction>`,
      ]),
    );
    const filled = this.text(text).replace(/\[([a-z0-9-]{1,20})\]/g, (mark, id: string) => shown.get(id) ?? mark);
    return {
      declarations: declarations.join(''),
      body: `    <p>${this.text(prompt)}</p>\n    <blockquote><p>${filled}</p></blockquote>\n`,
      processing: templates.sum(blanks.map(({ id }) => idOf(id))),
    };
  }

  private hotspot({ prompt, alt, regions }: Of<'hotspot'>): Parts {
    const { address, width, height } = this.picture ?? { address: '', width: 0, height: 0 };
    const right = regions.filter(({ correct }) => correct).map(({ id }) => nameOf(id));
    const shown = `      <img${attributes({ src: address, width: `${width}`, height: `${height}`, alt: this.plain(alt) })}/>\n`;
    const places = regions.map((region) => {
      const [x, y] = [(region.x * width) / 100, (region.y * height) / 100];
      const sides = [x, y, x + (region.width * width) / 100, y + (region.height * height) / 100];
      return `      <qti-hotspot-choice${attributes({
        identifier: nameOf(region.id),
        shape: 'rect',
        coords: sides.map(Math.round).join(','),
        'hotspot-label': this.plain(region.text),
      })}/>\n`;
    });
    return {
      declarations: response('RESPONSE', 'single', 'identifier', right, null),
      body: this.interaction('hotspot', prompt, { 'max-choices': '1' }, shown + places.join('')),
      processing: templates.match,
    };
  }
}

/** A name as XML has it: it begins with a letter. */
const nameOf = (id: string) => (/^[a-z]/.test(id) ? id : `_${id}`);

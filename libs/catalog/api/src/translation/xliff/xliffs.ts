import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type XliffReport, xliffOutcomes } from '@haven/catalog/contract';
import { type Actor, notFound, type Person, Refusal } from '@haven/shared/api';
import { type DataSource } from 'typeorm';
import { Drafts } from '../../drafts';
import { earlierEnglish } from '../earlier';
import { plain } from '../part';
import { type Section } from '../sections';
import { type PartEdit, TranslationWrites } from '../translation-writes';
import { Translations } from '../translations';
import { type Judged, judge } from './judge';
import { readXliff } from './read-xliff';
import { writeXliff } from './write-xliff';
import { type XliffSection } from './xliff-file';

/** The most bytes of a file that is looked at. */
const LARGEST = 8_000_000;

/** The edits of each section, by its id, and what is told of them. */
interface Plan {
  readonly edits: ReadonlyMap<string, readonly PartEdit[]>;
  readonly report: XliffReport;
}

/** Translations as files of XLIFF, out to translators who work elsewhere and in again. */
@Injectable()
export class Xliffs {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly translations: Translations,
    private readonly writes: TranslationWrites,
  ) {}

  /** A course, or one section of it, as a file. */
  async write(actor: Actor, id: string, item?: string): Promise<{ slug: string; xml: string }> {
    const manager = this.database.manager;
    const { slug, sections, wordings } = await this.translations.sections(manager, actor, id);
    const chosen = sections.filter((section) => item === undefined || section.item === item);
    if (chosen.length === 0) throw notFound();
    const earlier = new Map<string, string>();
    for (const section of chosen)
      for (const [key, text] of await earlierEnglish(manager, section, wordings))
        earlier.set(`${section.item} ${key}`, text);
    return { slug, xml: writeXliff(id, chosen, (item, key) => earlier.get(`${item} ${key}`) ?? null) };
  }

  /** What a file would change. Nothing is changed. @throws Refusal `bad-package` */
  async preview(actor: Person, id: string, size: number, body: Readable): Promise<XliffReport> {
    const file = await this.read(actor, id, size, body);
    const { sections } = await this.translations.sections(this.database.manager, actor, id);
    return planOf(sections, file).report;
  }

  /** Takes what can be taken of a file, in one transaction of its own. @throws Refusal `bad-package` */
  async take(actor: Person, id: string, size: number, body: Readable): Promise<XliffReport> {
    const file = await this.read(actor, id, size, body);
    return this.database.transaction(async (manager) => {
      const { sections } = await this.translations.sections(manager, actor, id, true);
      const { edits, report } = planOf(sections, file);
      for (const [item, parts] of edits) await this.writes.write(manager, actor, id, item, parts);
      return report;
    });
  }

  /** Whose course it is not is told before anything of the file is. */
  private async read(actor: Actor, id: string, size: number, body: Readable): Promise<XliffSection[]> {
    try {
      await this.drafts.load(this.database.manager, actor, id);
      if (size > LARGEST)
        throw new Refusal('too-large', 'This file is larger than any translation of a course can be.');
    } catch (error) {
      // A browser that is still sending would not listen to the answer.
      body.resume();
      throw error;
    }
    return readXliff(await received(size, body), id);
  }
}

function planOf(sections: readonly Section[], file: readonly XliffSection[]): Plan {
  const edits = new Map<string, PartEdit[]>();
  const counts = Object.fromEntries(xliffOutcomes.map((outcome) => [outcome, 0])) as XliffReport['counts'];
  const units: XliffReport['units'] = [];
  const tell = (unit: { item: string; key: string; line: number }, judged: Judged) => {
    counts[judged.outcome]++;
    if (judged.outcome === 'same') return;
    const edit = 'edit' in judged ? judged.edit : null;
    units.push({
      ...{ item: unit.item, key: unit.key, line: unit.line, outcome: judged.outcome },
      reason: judged.outcome === 'left' ? judged.reason : null,
      source: edit && plain(edit.part.source),
      text: edit?.text ? plain(edit.text) : null,
      before: edit?.part.text ? plain(edit.part.text) : null,
    });
    if (edit) edits.set(unit.item, [...(edits.get(unit.item) ?? []), edit]);
  };
  const seen = new Set<string>();
  for (const { item, units: found, faults } of file) {
    const parts = new Map(sections.find((section) => section.item === item)?.parts.map((part) => [part.key, part]));
    for (const fault of faults) tell({ item, ...fault }, { outcome: 'left', reason: fault.reason });
    for (const unit of found) {
      const twice = seen.has(`${item} ${unit.key}`);
      seen.add(`${item} ${unit.key}`);
      tell({ item, ...unit }, twice ? { outcome: 'left', reason: 'twice' } : judge(parts.get(unit.key), unit));
    }
  }
  return { edits, report: { counts, units } };
}

/** @throws Refusal `invalid` where other bytes came than were said. */
async function received(size: number, body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > size) break;
    chunks.push(chunk);
  }
  if (length !== size) throw new Refusal('invalid', 'The file did not arrive whole. Try again.');
  return Buffer.concat(chunks);
}

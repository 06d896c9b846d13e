import { childOf, childrenOf, decode, type Element, readQti12, textIn, within as below } from '@haven/assessment/api';
import { QuizRules } from '@haven/assessment/contract';
import { WebHref } from '@haven/shared/contract';
import { type CoursePackage } from '../read-package';
import { MANIFEST, manifestOf, questionReason, xmlOf } from './cartridge-xml';
import { type Gathered, minutesOf, titleOf, within } from './gathered';
import { nodesOfHtml } from './html-nodes';
import { Lenient } from './lenient';
import { lineFrom, NewOutline } from './outline';

/** The most bytes of a page, and lines of the outline. */
const most = { page: 1_000_000, items: 2000 };

interface Resource {
  readonly type: string;
  readonly href: string;
  readonly line: number;
}

/** A line of the cartridge's outline. */
interface Item {
  readonly title: string;
  readonly line: number;
  readonly resource: Resource | null;
  readonly id: string;
}

/** Whether it is a Common Cartridge, or something else with a manifest. */
export const isCartridge = (names: readonly string[]): boolean => names.includes(MANIFEST);

/**
 * Reads a Common Cartridge 1.1 to 1.3: its pages, its links and the choice questions of its tests. Everything else is left, with its line in
 * the manifest. @throws Refusal `bad-package` where the manifest cannot be read
 */
export async function readCartridge(gathered: Gathered, zip: string, today: string): Promise<CoursePackage> {
  return new Cartridge(gathered, await manifestOf(gathered)).read(zip, today);
}

class Cartridge {
  private readonly resources: ReadonlyMap<string, Resource>;
  private readonly outline: NewOutline;
  /** The addresses of lessons by the names of the files that they are made of. */
  private readonly lessons = new Map<string, string>();
  private readonly slugs = new Map<Item, string>();

  constructor(
    private readonly gathered: Gathered,
    private readonly manifest: Element,
  ) {
    this.outline = new NewOutline(gathered.lang);
    this.resources = new Map(
      childrenOf(childOf(manifest, 'resources') ?? manifest, 'resource').map((element) => [
        element.attributes['identifier'] ?? '',
        this.resourceOf(element),
      ]),
    );
  }

  async read(zip: string, today: string): Promise<CoursePackage> {
    const metadata = childOf(this.manifest, 'metadata');
    const general = metadata && below(metadata, ({ name }) => name === 'general')[0];
    const said = (name: string) => lineFrom(textIn(general && childOf(general, name)), name === 'title' ? 200 : 400);
    const title = said('title') || lineFrom(titleOf(zip), 200) || 'Course';
    if (below(this.manifest, ({ name }) => name === 'authorizations').length > 0)
      this.gathered.leave('locked', MANIFEST, this.manifest.line);
    const modules = this.modules(title);
    for (const { items } of modules) for (const item of items) this.name(item);
    for (const module of modules) {
      this.outline.module(module.title);
      for (const item of module.items) await this.lesson(item);
    }
    this.leaveRest(new Set(modules.flatMap(({ items }) => items.map(({ id }) => id))));
    return this.outline.course({ title, summary: said('description'), today }, this.gathered);
  }

  private resourceOf(element: Element): Resource {
    const { type = '', href = childOf(element, 'file')?.attributes['href'] ?? '' } = element.attributes;
    const base = element.attributes['xml:base'] ?? '';
    return { type, href: within(MANIFEST, `${base}${href}`) ?? '', line: element.line };
  }

  /** The modules are the folders of the outline; what stands beside them is a module of its own. */
  private modules(title: string): { title: string; items: Item[] }[] {
    const organization = below(this.manifest, ({ name }) => name === 'organization')[0];
    const tops = organization ? childrenOf(organization, 'item') : [];
    const [root] = tops;
    const items = tops.length === 1 && root && !root.attributes['identifierref'] ? childrenOf(root, 'item') : tops;
    const modules: { title: string; items: Item[] }[] = [];
    let loose: Item[] | null = null;
    for (const element of items) {
      const own = this.itemsOf(element);
      if (childrenOf(element, 'item').length > 0) {
        modules.push({ title: titleIn(element) || title, items: own });
        loose = null;
      } else if (loose) loose.push(...own);
      else modules.push({ title, items: (loose = own) });
    }
    return modules;
  }

  /** The lines at and below one, in their order. */
  private itemsOf(element: Element): Item[] {
    const { identifierref = '' } = element.attributes;
    const below = childrenOf(element, 'item').flatMap((child) => this.itemsOf(child));
    if (identifierref === '') return below;
    const resource = this.resources.get(identifierref) ?? null;
    const title = titleIn(element) || lineFrom(titleOf(resource?.href ?? ''), 200) || 'Lesson';
    return [{ title, line: element.line, resource, id: identifierref }, ...below].slice(0, most.items);
  }

  private name(item: Item): void {
    const slug = this.gathered.slug(item.title, 'lesson');
    this.slugs.set(item, slug);
    if (item.resource?.href && !this.lessons.has(item.resource.href)) this.lessons.set(item.resource.href, slug);
  }

  private async lesson(item: Item): Promise<void> {
    const { resource, line, title } = item;
    if (!resource) return this.gathered.leave('missing', MANIFEST, line, title);
    const { type, href } = resource;
    if (/^imsdt_/.test(type)) return this.gathered.leave('discussion', MANIFEST, line, title);
    if (/^imsbasiclti/.test(type)) return this.gathered.leave('tool', MANIFEST, line, title);
    const bytes = await this.gathered.files.read(href);
    if (!bytes) return this.gathered.leave('missing', MANIFEST, line, href || title);
    this.gathered.use(href);
    if (/^imswl_/.test(type)) return this.link(item, href, bytes);
    if (/^imsqti_.*\/assessment$/.test(type)) return this.test(item, href, bytes);
    if (type !== 'webcontent' && !type.startsWith('associatedcontent'))
      return this.gathered.leave('resource', MANIFEST, line, `${title} (${type})`);
    return /\.x?html?$/i.test(href) ? this.page(item, href, bytes) : this.file(item, href);
  }

  private async page(item: Item, href: string, bytes: Buffer): Promise<void> {
    if (bytes.length > most.page) return this.gathered.leave('too-large', href);
    const nodes = nodesOfHtml(this.gathered, href, decode(bytes));
    if (!nodes) return;
    // The first heading says again what the outline calls the page.
    const [first, ...rest] = nodes;
    const again = first?.type === 'heading' && first.depth === 1;
    const { blocks, words } = await new Lenient(this.gathered, href, this.lessons).read(again ? rest : nodes);
    if (blocks.length === 0) this.gathered.leave('empty', href, 1);
    this.outline.reading(this.slugs.get(item) ?? '', minutesOf(words), { title: item.title, summary: '', blocks });
  }

  private async file(item: Item, href: string): Promise<void> {
    const media = await this.gathered.take(href, item.title);
    if (!media) return this.gathered.leave('file', MANIFEST, item.line, href);
    this.outline.reading(this.slugs.get(item) ?? '', 1, { title: item.title, summary: '', blocks: [media] });
  }

  private link(item: Item, href: string, bytes: Buffer): void {
    const root = xmlOf(this.gathered, href, bytes);
    const url = root && below(root, ({ name }) => name === 'url')[0]?.attributes['href'];
    if (!root) return;
    if (!WebHref.safeParse(url).success) return this.gathered.leave('link', href, root.line, url ?? item.title);
    const block = { type: 'resource' as const, title: item.title, href: url ?? '', content: [] };
    this.outline.reading(this.slugs.get(item) ?? '', 1, {
      ...{ title: item.title, summary: '' },
      blocks: [{ ...block, title: block.title.slice(0, 300) }],
    });
  }

  private test(item: Item, href: string, bytes: Buffer): void {
    const root = xmlOf(this.gathered, href, bytes);
    if (!root) return;
    const { taken, left } = readQti12(root, this.gathered.lang, href);
    for (const { line, reason, what } of left) this.gathered.leave(questionReason(reason), href, line, what);
    if (taken.length === 0) return this.gathered.leave('empty', href, root.line, item.title);
    const rules = QuizRules.parse({ passMark: 70, shuffle: true });
    this.outline.quiz(this.slugs.get(item) ?? '', item.title, {
      ...rules,
      questions: [],
      contents: taken.map(({ content }) => content),
    });
  }

  /** What no line of the outline names: banks of questions and the like by their line, files by their names. */
  private leaveRest(named: ReadonlySet<string>): void {
    for (const [id, { type, href, line }] of this.resources) {
      if (named.has(id) || type === 'webcontent' || type.startsWith('associatedcontent')) continue;
      this.gathered.leave('resource', MANIFEST, line, href || type);
      this.gathered.use(href);
    }
    for (const name of this.gathered.unused()) this.gathered.leave('unused-file', name);
  }
}

const titleIn = (element: Element): string => lineFrom(textIn(childOf(element, 'title')), 200);

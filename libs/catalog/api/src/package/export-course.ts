import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { wordingsOf } from '@haven/assessment/api';
import { type PackedRecording, PackedRecordings } from '@haven/recordings/api';
import { type Actor, notFound, ObjectStore, Refusal } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { ReleaseRow } from '../course.entity';
import { Drafts } from '../drafts';
import { questionParts } from '../translation/question-parts';
import { type CourseTree } from '../tree';
import { Trees } from '../trees';
import { type QuestionTranslation } from './shapes';
import { type Written, writePackage } from './write-package';
import { writeZip } from './write-zip';

/** The door through which courses leave: a draft or a release as a package, with its keys, for those who may see the draft. */
@Injectable()
export class ExportCourse {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly trees: Trees,
    private readonly recordings: PackedRecordings,
    private readonly objects: ObjectStore,
  ) {}

  /**
   * The course as a zip, always the same bytes for the same content. Without a `release` it is the draft.
   * @throws Refusal `not-found`; `conflict` where a recording of it is not here whole, or not the actor's.
   */
  async run(actor: Actor, id: string, release?: number): Promise<{ slug: string; zip: Readable }> {
    const manager = this.database.manager;
    const course = await this.drafts.load(manager, actor, id);
    const pinned =
      release === undefined ? null : await manager.findOneBy(ReleaseRow, { courseId: id, number: release });
    if (release !== undefined && !pinned) throw notFound();
    const tree = await (pinned ? this.trees.release(manager, pinned) : this.trees.draft(manager, course));
    const recordings = await this.packed(manager, actor, tree, pinned);
    const standing = await standingOf(manager, tree);
    const files = writePackage({
      slug: course.slug,
      tree,
      recordings,
      standing,
      read: (key) => this.objects.read(key),
    });
    return { slug: course.slug, zip: writeZip(files) };
  }

  private async packed(
    manager: EntityManager,
    actor: Actor,
    { lessons }: CourseTree,
    release: ReleaseRow | null,
  ): Promise<Map<string, PackedRecording>> {
    const packed = new Map<string, PackedRecording>();
    for (const { id, content } of lessons) {
      if (!content.recording || packed.has(content.recording)) continue;
      const rev = release?.manifest.lessons.find((lesson) => lesson.id === id)?.recording?.rev;
      const found = await this.recordings.take(manager, actor, content.recording, rev);
      if (!found)
        throw new Refusal(
          'conflict',
          `The recording of “${content.bodies.en.title}” cannot be taken along: it is not here whole yet, or it is not yours.`,
        );
      packed.set(content.recording, found);
    }
    return packed;
  }
}

/** What is known of the translations of questions, each by its key: where it is no draft, and of English that is there. */
async function standingOf(manager: EntityManager, { content, lessons }: CourseTree): Promise<Written['standing']> {
  const questions = lessons.flatMap((lesson) => lesson.questions ?? []);
  const wordings = await wordingsOf(
    manager,
    questions.map(({ id }) => id),
  );
  const standing = new Map<string, QuestionTranslation[string]>();
  for (const { key, state, from } of questionParts(questions, {
    units: content.translation?.questions ?? {},
    wordings,
  }))
    if (state === 'reviewed') standing.set(key, { state });
    else if (state === 'outdated') standing.set(key, { state, of: from });
  return standing;
}

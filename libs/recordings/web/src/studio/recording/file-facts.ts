import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type StudioRecording } from '@haven/recordings/contract';
import { I18n } from '@haven/shared/web';
import { Lengths } from '../../lengths';
import { sizeWords } from '../uploads/upload-words';

/** What is known of the uploaded file. */
@Component({
  selector: 'haven-file-facts',
  imports: [RouterLink],
  template: `
    <dl class="file-facts">
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ i18n.t('recordings.studio.file.' + fact.name) }}</dt>
          <dd>{{ fact.words }}</dd>
        </div>
      }
      @if (recording().file.same; as same) {
        <div>
          <dt>{{ i18n.t('recordings.studio.file.same') }}</dt>
          <dd>
            <a [routerLink]="i18n.path('/studio/recordings/' + same.id)" [attr.lang]="i18n.lang(same.title)">{{
              i18n.text(same.title)
            }}</a>
          </dd>
        </div>
      }
    </dl>
  `,
})
export class FileFacts {
  readonly recording = input.required<Pick<StudioRecording, 'file' | 'duration' | 'steps' | 'uploadedAt'>>();
  protected readonly i18n = inject(I18n);
  private readonly lengths = inject(Lengths);

  protected readonly facts = computed(() => {
    const { file, duration, uploadedAt } = this.recording();
    return [
      { name: 'name', words: file.name },
      { name: 'size', words: sizeWords(this.i18n, file.size) },
      { name: 'length', words: duration > 0 ? this.lengths.say(duration) : this.say('unknown') },
      { name: 'picture', words: this.picture() },
      { name: 'sound', words: this.sound() },
      { name: 'uploaded', words: this.i18n.date(uploadedAt, { dateStyle: 'long', timeStyle: 'short' }) },
    ];
  });

  private picture(): string {
    const { picture } = this.recording().file;
    return picture ? this.i18n.t('recordings.studio.file.pictureIs', picture) : this.missing();
  }

  private sound(): string {
    const { sound } = this.recording().file;
    if (!sound) return this.missing();
    return this.i18n.n('recordings.studio.file.soundIs', sound.channels, { codec: sound.codec });
  }

  /** Before anybody has looked into the file, nothing is said to be missing. */
  private missing(): string {
    const looked = this.recording().steps.some(({ name, status }) => name === 'probe' && status === 'done');
    return this.say(looked ? 'none' : 'unknown');
  }

  private say(key: string): string {
    return this.i18n.t(`recordings.studio.file.${key}`);
  }
}

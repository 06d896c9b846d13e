import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  type BankQuestions,
  type DrawnQuestions,
  type ExtraTime,
  type GradedAttempt,
  type GradingOrder,
  type Gradings,
  type Imported,
  type ImportFile,
  type ImportReport,
  type ImportUndone,
  type NewTimeCode,
  type OtherQuizzes,
  type QuestionContent,
  type QuestionDraft,
  type QuestionUses,
  type QuizAnalysis,
  type QuizCards,
  type QuizDraft,
  type QuizPools,
  type RegradePreview,
  type TimeCode,
} from '@haven/assessment/contract';
import { type Done, type Locale } from '@haven/shared/contract';
import { firstValueFrom } from 'rxjs';
import { type RulesModel, toSetUp } from './rules-model';

/** The formats in which questions leave. */
export type ExportFormat = 'gift' | 'qti';

/** The one place that knows where quizzes in the studio are. */
@Service()
export class QuizStudioClient {
  private readonly http = inject(HttpClient);

  quizzes() {
    return httpResource<QuizCards>(() => '/api/studio/quizzes');
  }

  /** The questions of all quizzes, narrowed by `filter`. */
  bank(filter: () => Readonly<Record<string, string>>) {
    return httpResource<BankQuestions>(() => ({
      url: '/api/studio/questions',
      params: Object.fromEntries(Object.entries(filter()).filter(([, value]) => value)),
    }));
  }

  /** Where a question is asked. */
  uses(question: () => string | undefined) {
    return httpResource<QuestionUses>(() => {
      const id = question();
      return id && `/api/studio/questions/${id}/uses`;
    });
  }

  /** Puts a copy of a question at the end of its quiz. */
  copy(question: string): Promise<QuestionDraft> {
    return firstValueFrom(this.http.post<QuestionDraft>(`/api/studio/questions/${question}/copies`, null));
  }

  quiz(id: () => string) {
    return httpResource<QuizDraft>(() => `/api/studio/quizzes/${id()}`);
  }

  /** The question as it is on the server now. */
  async question(quiz: string, id: string): Promise<QuestionDraft> {
    const { questions } = await firstValueFrom(this.http.get<QuizDraft>(`/api/studio/quizzes/${quiz}`));
    const found = questions.find((question) => question.id === id);
    if (!found) throw new Error('The question is not in the quiz any more.');
    return found;
  }

  /** How many questions there are to draw from other quizzes, by tag. */
  pools(quiz: () => string) {
    return httpResource<QuizPools>(() => `/api/studio/quizzes/${quiz()}/pools`);
  }

  /** The questions of other quizzes that were published with a quiz. */
  drawn(quiz: () => string) {
    return httpResource<DrawnQuestions>(() => `/api/studio/quizzes/${quiz()}/drawn`);
  }

  /** The other quizzes that have asked a question. */
  others(of: () => { quiz: string; question: string } | undefined) {
    return httpResource<OtherQuizzes>(() => {
      const asked = of();
      return asked && `/api/studio/quizzes/${asked.quiz}/questions/${asked.question}/others`;
    });
  }

  /** The quiz as it is on the server now. */
  read(id: string): Promise<QuizDraft> {
    return firstValueFrom(this.http.get<QuizDraft>(`/api/studio/quizzes/${id}`));
  }

  saveRules(id: string, rules: RulesModel, version: number): Promise<QuizDraft> {
    const headers = { 'if-match': `"${version}"` };
    return firstValueFrom(this.http.put<QuizDraft>(`/api/studio/quizzes/${id}/rules`, toSetUp(rules), { headers }));
  }

  giveTime(extra: ExtraTime): Promise<Done> {
    return firstValueFrom(this.http.put<Done>('/api/studio/extra-time', extra));
  }

  /** A code for somebody who cannot be named. It is told this once. */
  makeTimeCode(order: NewTimeCode): Promise<TimeCode> {
    return firstValueFrom(this.http.post<TimeCode>('/api/studio/extra-time/codes', order));
  }

  /** What of a file would be taken, and what not. */
  previewImport(quiz: string, file: ImportFile): Promise<ImportReport> {
    return firstValueFrom(this.http.post<ImportReport>(`/api/studio/quizzes/${quiz}/import-previews`, file));
  }

  import(quiz: string, file: ImportFile): Promise<Imported> {
    return firstValueFrom(this.http.post<Imported>(`/api/studio/quizzes/${quiz}/imports`, file));
  }

  undoImport(quiz: string, questions: readonly string[]): Promise<ImportUndone> {
    return firstValueFrom(this.http.post<ImportUndone>(`/api/studio/quizzes/${quiz}/import-undos`, { questions }));
  }

  /** Where a file with the questions of a quiz is. */
  exportAddress(quiz: string, format: ExportFormat, lang: Locale): string {
    return `/api/studio/quizzes/${quiz}/export.${format === 'qti' ? 'qti.zip' : format}?lang=${lang}`;
  }

  /** Puts a question at the end of the quiz. */
  add(quiz: string, content: QuestionContent): Promise<QuestionDraft> {
    return firstValueFrom(this.http.post<QuestionDraft>(`/api/studio/quizzes/${quiz}/questions`, content));
  }

  save(id: string, content: QuestionContent, version: number): Promise<QuestionDraft> {
    const headers = { 'if-match': `"${version}"` };
    return firstValueFrom(this.http.put<QuestionDraft>(`/api/studio/questions/${id}`, content, { headers }));
  }

  /** Says of a question, as it was read, that it is ready, or a draft again. */
  mark(id: string, ready: boolean, version: number): Promise<QuestionDraft> {
    const headers = { 'if-match': `"${version}"` };
    return firstValueFrom(this.http.put<QuestionDraft>(`/api/studio/questions/${id}/state`, { ready }, { headers }));
  }

  /** What it would change to grade a question by its corrected key. */
  regrade(of: () => { quiz: string; question: string } | undefined) {
    return httpResource<RegradePreview>(() => {
      const asked = of();
      return asked && `/api/studio/quizzes/${asked.quiz}/questions/${asked.question}/regrade`;
    });
  }

  /** How the questions of a quiz did. */
  analysis(quiz: () => string) {
    return httpResource<QuizAnalysis>(() => `/api/studio/quizzes/${quiz()}/analysis`);
  }

  /** Everything that was done to the grades of a quiz. */
  gradings(quiz: () => string) {
    return httpResource<Gradings>(() => `/api/studio/quizzes/${quiz()}/gradings`);
  }

  grade(quiz: string, order: GradingOrder): Promise<Gradings> {
    return firstValueFrom(this.http.post<Gradings>(`/api/studio/quizzes/${quiz}/gradings`, order));
  }

  /** An attempt whose number its learner has told. */
  attempt(quiz: string, id: string): Promise<GradedAttempt> {
    return firstValueFrom(this.http.get<GradedAttempt>(`/api/studio/quizzes/${quiz}/attempts/${id}`));
  }
}

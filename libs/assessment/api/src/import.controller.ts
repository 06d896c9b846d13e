import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Imported, ImportFile, ImportReport, ImportUndone, UndoImport } from '@haven/assessment/contract';
import { By, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { Imports } from './imports';

@Controller('studio/quizzes/:id')
export class ImportController {
  constructor(private readonly imports: Imports) {}

  @Post('import-previews')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(ImportReport)
  preview(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ImportFile }) file: ImportFile,
    @By() actor: Person,
  ): Promise<ImportReport> {
    return this.imports.preview(actor, id, file);
  }

  @Post('imports')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(Imported)
  take(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ImportFile }) file: ImportFile,
    @By() actor: Person,
  ): Promise<Imported> {
    return this.imports.take(actor, id, file);
  }

  @Post('import-undos')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(ImportUndone)
  undo(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: UndoImport }) { questions }: UndoImport,
    @By() actor: Person,
  ): Promise<ImportUndone> {
    return this.imports.undo(actor, id, questions);
  }
}

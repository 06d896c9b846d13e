import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ExportQuery } from '@haven/assessment/contract';
import { type Actor, By, Requires, ReturnsFile } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { Exports } from './exports';

@Controller('studio/quizzes/:id')
export class ExportController {
  constructor(private readonly files: Exports) {}

  @Get('export.gift')
  @Requires('draft.read')
  @ReturnsFile('gift')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-disposition', 'attachment; filename="questions.gift"')
  gift(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ExportQuery }) { lang }: ExportQuery,
    @By() actor: Actor,
  ): Promise<string> {
    return this.files.gift(actor, id, lang);
  }

  @Get('export.qti.zip')
  @Requires('draft.read')
  @ReturnsFile('zip')
  @Header('content-type', 'application/zip')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-disposition', 'attachment; filename="questions.qti.zip"')
  qti(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ExportQuery }) { lang }: ExportQuery,
    @By() actor: Actor,
  ): Promise<Buffer> {
    return this.files.qti(actor, id, lang);
  }
}

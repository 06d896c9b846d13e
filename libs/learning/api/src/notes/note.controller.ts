import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { NoteEdit, NoteKept, Notes as NoteList } from '@haven/learning/contract';
import { By, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { Notes } from './notes';

@Controller()
export class NoteController {
  constructor(private readonly notes: Notes) {}

  @Get('lessons/:id/notes')
  @Requires('own')
  @Returns(NoteList)
  list(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<NoteList> {
    return this.notes.list(actor, id);
  }

  @Put('notes/:id')
  @Requires('own')
  @Returns(NoteKept)
  keep(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NoteEdit }) edit: NoteEdit,
    @By() actor: Person,
  ): Promise<NoteKept> {
    return this.notes.keep(actor, id, edit);
  }
}

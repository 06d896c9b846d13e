import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  CourseTranslation,
  ReviewPart,
  SectionParam,
  SectionTranslation,
  SetGate,
  TranslatePart,
  TranslationPart,
} from '@haven/catalog/contract';
import { type Actor, By, type Person, Requires, Returns } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { Translations } from './translations';

@Controller('studio/courses/:id/translation')
export class TranslationController {
  constructor(private readonly translations: Translations) {}

  @Get()
  @Requires('draft.read')
  @Returns(CourseTranslation)
  course(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Actor): Promise<CourseTranslation> {
    return this.translations.course(actor, id);
  }

  @Put()
  @Requires('draft.edit')
  @Returns(CourseTranslation)
  setGate(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: SetGate }) set: SetGate,
    @By() actor: Person,
  ): Promise<CourseTranslation> {
    return this.translations.setGate(actor, id, set);
  }

  @Get(':item')
  @Requires('draft.read')
  @Returns(SectionTranslation)
  section(@Param({ schema: SectionParam }) section: SectionParam, @By() actor: Actor): Promise<SectionTranslation> {
    return this.translations.section(actor, section);
  }

  @Put(':item')
  @Requires('draft.edit')
  @Returns(TranslationPart)
  translate(
    @Param({ schema: SectionParam }) section: SectionParam,
    @Body({ schema: TranslatePart }) edit: TranslatePart,
    @By() actor: Person,
  ): Promise<TranslationPart> {
    return this.translations.translate(actor, section, edit);
  }

  @Put(':item/review')
  @Requires('draft.edit')
  @Returns(TranslationPart)
  review(
    @Param({ schema: SectionParam }) section: SectionParam,
    @Body({ schema: ReviewPart }) mark: ReviewPart,
    @By() actor: Person,
  ): Promise<TranslationPart> {
    return this.translations.review(actor, section, mark);
  }
}

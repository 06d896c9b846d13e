import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { OwnExtraTime, UseTimeCode } from '@haven/assessment/contract';
import { By, type Person, Requires, Returns } from '@haven/shared/api';
import { ExtraTimes } from './extra-times';

@Controller('extra-time')
export class ExtraTimeController {
  constructor(private readonly extraTimes: ExtraTimes) {}

  @Post()
  @HttpCode(200)
  @Requires('own')
  @Returns(OwnExtraTime)
  use(@Body({ schema: UseTimeCode }) { code }: UseTimeCode, @By() actor: Person): Promise<OwnExtraTime> {
    return this.extraTimes.use(actor, code);
  }
}

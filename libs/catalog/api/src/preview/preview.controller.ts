import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { NewPreview, Preview, PreviewParam } from '@haven/catalog/contract';
import { By, type Person, Requires, Returns } from '@haven/shared/api';
import { Done, IdParam } from '@haven/shared/contract';
import { Previewing } from './previewing';
import { Previews } from './previews';

@Controller('studio/courses/:id/previews')
export class PreviewController {
  constructor(
    private readonly previewing: Previewing,
    private readonly previews: Previews,
  ) {}

  @Post()
  @Requires('draft.read')
  @Returns(Preview)
  begin(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NewPreview }) preview: NewPreview,
    @By() actor: Person,
  ): Promise<Preview> {
    return this.previewing.begin(actor, id, preview);
  }

  @Delete(':preview')
  @Requires('draft.read')
  @Returns(Done)
  end(@Param({ schema: PreviewParam }) param: PreviewParam, @By() actor: Person): Promise<Done> {
    return this.previews.end(actor, param);
  }
}

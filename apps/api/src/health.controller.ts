import { Controller, Get } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Public, Refusal, Returns } from '@haven/shared/api';
import { Done } from '@haven/shared/contract';
import { type DataSource } from 'typeorm';

@Controller()
export class HealthController {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The process is alive. */
  @Get('healthz')
  @Public()
  @Returns(Done)
  alive(): Done {
    return { ok: true };
  }

  /** The process can serve: its database answers. */
  @Get('readyz')
  @Public()
  @Returns(Done)
  async ready(): Promise<Done> {
    await this.database.query('SELECT 1').catch(() => {
      throw new Refusal('busy', 'The database does not answer.', undefined, 2);
    });
    return { ok: true };
  }
}

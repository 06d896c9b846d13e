import { readdirSync } from 'node:fs';
import { ApiResponse, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { rights } from '@haven/shared/api';
import { migrations } from '../migrations';
import { dataSource } from './data-source';
import { golden } from './testing/golden';
import { type Route, routesOf } from './testing/routes';
import { openWorld, type World } from './testing/world';

describe('the architecture', () => {
  let world: World;
  let routes: Route[];
  beforeAll(async () => {
    world = await openWorld();
    routes = routesOf(world.app);
  });
  afterAll(() => world.close());

  const namesOf = (wrong: (route: Route) => boolean) => routes.filter(wrong).map((route) => route.name);

  it('finds the routes', () => {
    expect(routes.length).toBeGreaterThan(20);
  });

  it('has a right, or the word that it is public, on every route', () => {
    expect(namesOf(({ right }) => right !== 'public' && !rights.some((known) => known === right))).toEqual([]);
  });

  it('has the shape of the answer on every route', () => {
    expect(namesOf(({ response }) => response === undefined)).toEqual([]);
  });

  it('has a schema on every body, query and path', () => {
    expect(namesOf(({ inputs }) => inputs.some(({ hasSchema }) => !hasSchema))).toEqual([]);
    expect(namesOf(({ path, inputs }) => path.includes(':') && !inputs.some(({ kind }) => kind === 'param'))).toEqual(
      [],
    );
  });

  it('is described by openapi.json', () => {
    for (const { controller, handler, response, status } of routes) {
      const descriptor = Object.getOwnPropertyDescriptor(controller.prototype, handler);
      if (descriptor && typeof response === 'object')
        ApiResponse({ status, standardSchema: response })(controller.prototype, handler, descriptor);
    }
    const about = new DocumentBuilder().setTitle('Haven').setVersion('1').build();
    const document = SwaggerModule.createDocument(world.app, about);
    const actual = `${JSON.stringify(document, null, 2)}\n`;
    expect(actual).toBe(golden('apps/api/openapi.json', actual));
  });

  it('lists every migration', () => {
    const files = readdirSync('apps/api/migrations').filter((file) => /^\d+-/.test(file));
    expect(migrations).toHaveLength(files.length);
    expect(migrations.map((Migration) => new Migration().name.replace(/\D/g, ''))).toEqual(
      files.map((file) => file.split('-')[0]),
    );
  });

  it('makes by migrations exactly the tables that the entities describe', async () => {
    const database = await dataSource((world.database.options as { url: string }).url).initialize();
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    await database.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('lets the database itself refuse to change what was published or earned', async () => {
    for (const statement of [
      `UPDATE release SET note = 'x'`,
      `UPDATE item_version SET content = '{}'`,
      `UPDATE question_version SET content = '{}'`,
      `UPDATE quiz_version SET rules = '{}'`,
    ])
      await expect(world.database.query(statement)).rejects.toThrow('is immutable');
    await world.database.query('UPDATE item_version SET author_id = NULL');
  });
});

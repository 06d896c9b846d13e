import { type Config } from '@haven/shared/api';
import { createApp } from './create-app';
import { addSite } from './site/add-site';

/** Serves site, API and media on one port, and runs the jobs where the role says so, until the process is told to stop. */
export async function serve(config: Config): Promise<void> {
  const app = await createApp(config);
  await addSite(app, config);
  // A launcher that dies without a word takes its channel with it; a server that nobody supervises would only be in the way.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  await app.listen(config.PORT, config.HOST);
}

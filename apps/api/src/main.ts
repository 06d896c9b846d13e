import 'reflect-metadata';
import { ConfigError, readConfig } from '@haven/shared/api';
import { migrate } from './migrate';
import { seed } from './seed';
import { serve } from './serve';

const commands: Record<string, (config: ReturnType<typeof readConfig>, args: readonly string[]) => Promise<void>> = {
  serve,
  migrate,
  seed: (config, [folder = 'tools/seed']) => seed(config, folder),
};

const [name = 'serve', ...args] = process.argv.slice(2);
try {
  const command = commands[name];
  if (!command) throw new ConfigError(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
  await command(readConfig(process.env), args);
  // The channel to a launcher would keep a command alive that has done its work.
  if (command !== serve) process.disconnect?.();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}

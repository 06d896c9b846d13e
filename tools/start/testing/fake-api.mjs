// Stands in for dist/api/main.js: the same commands and the same manners (a channel that closes means stop).
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [, , command] = process.argv;
console.log(JSON.stringify({ msg: `${command} begins` }));
if (command === 'migrate' && process.env.FAKE_MIGRATION === 'fails') {
  console.error('HAVEN_MAIL must be an address.');
  process.exit(1);
}
if (command === 'seed') {
  const accounts = [{ name: 'Ada', email: 'ada@example.org', role: 'administrator', password: 'k3y' }];
  writeFileSync(join(process.env.DATA_DIR, 'demo-accounts.json'), JSON.stringify(accounts), { mode: 0o600 });
}
if (command === 'serve') {
  const server = createServer((_, response) => response.end('ready')).listen(Number(process.env.PORT));
  const stop = () => server.close(() => process.exit(0));
  process.on('disconnect', stop);
  process.on('SIGTERM', stop);
} else {
  process.disconnect?.();
}

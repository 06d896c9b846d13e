/** `npm run new-domain -- library contract,api,web`: makes the projects of a new domain in the shape of the others. */
import { errorText } from '../start/lifetime.ts';
import { byHand, makeDomain, parseRequest } from './domain.ts';

try {
  const [domain, platforms] = parseRequest(process.argv.slice(2));
  for (const file of await makeDomain(process.cwd(), domain, platforms)) console.log(`✓ ${file}`);
  console.log(['', 'Left to do by hand:', ...byHand(domain, platforms).map((line) => `  ${line}`)].join('\n'));
} catch (error) {
  console.error(errorText(error));
  process.exitCode = 1;
}

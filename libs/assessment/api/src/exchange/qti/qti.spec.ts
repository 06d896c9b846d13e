import { qtiCarries } from '@haven/assessment/contract';
import * as fc from 'fast-check';
import { bare, eachType } from '../testing/questions';
import { readXml } from '../xml';
import { readQti } from './read-qti';
import { writeItem } from './write-item';

const picture = { address: 'data:image/png;base64,AAAA', width: 1000, height: 1000 };

describe('QTI 3.0', () => {
  it.each(eachType)('brings back %s as it was written', (_, question) =>
    fc.assert(
      fc.property(question, (content) => {
        expect(qtiCarries(content)).toBe(true);
        const { taken, left } = readQti(readXml(writeItem(content, 'en', 'q1', picture)), 'en');
        expect(left).toEqual([]);
        expect(taken.map((found) => bare(found.content))).toEqual([bare(content)]);
      }),
    ),
  );
});

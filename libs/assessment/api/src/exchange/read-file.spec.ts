import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesOf } from '@haven/assessment/contract';
import { readFile } from './read-file';

const file = (name: string) => readFileSync(join(import.meta.dirname, 'testing/files', name));
const read = (text: string) => readFile(Buffer.from(text), 'en');
const inShort = ({ taken, left }: ReturnType<typeof readFile>) => ({
  taken: taken.map(({ line, content, notes }) => `${line} ${[content.kind, ...notes].join(' ')}`),
  left: left.map(({ line, reason, what }) => `${line} ${reason}${what ? ` ${what}` : ''}`),
});
const said = ({ taken }: ReturnType<typeof readFile>) =>
  taken.map(({ content }) =>
    [
      content.prompt.en,
      ...rulesOf(content.kind)
        .right(content)
        .map(({ en }) => en),
      content.explanation.en,
    ].join(' | '),
  );

describe('a file as Moodle writes GIFT', () => {
  const reading = readFile(file('moodle.gift'), 'en');
  it('is taken question by question, and the rest is said by its line', () =>
    expect(inShort(reading)).toMatchInlineSnapshot(`
     {
       "left": [
         "2 category $course$/top/Sanctuary policies",
         "34 description",
         "36 braces",
         "38 several-right",
         "40 wildcard *",
       ],
       "taken": [
         "5 single feedback",
         "12 multiple explanation",
         "18 true-false feedback",
         "20 short-text explanation",
         "22 matching explanation",
         "28 numeric explanation",
         "30 numeric",
         "32 reflection explanation",
         "42 short-text weights explanation",
       ],
     }
    `));
  it('keeps what is said in plain words', () => {
    expect(said(reading)).toMatchInlineSnapshot(`
     [
       "Who adopts a city ordinance? | The city council | An ordinance is a local law.",
       "Which records may a school keep? | Attendance | Marks | Right: Attendance; Marks",
       "A judicial warrant is signed by a judge. | True | Yes: look for the signature.",
       "Two plus _____ equals four. | two | Right: two",
       "Match each body with what it makes. | Council → ordinance | School board → board policy | Right: Council → ordinance; School board → board policy",
       "In which year did Los Angeles issue Special Order 40? | 1979 | Right: 1979",
       "About how many people live in Ithaca, in thousands? | 31.5 ± 1.5 | Between 30 and 33 thousand.",
       "What would you ask your council for\\? Write {freely}. | There is no single right answer.",
       "Partly right | Oakland | Right: Oakland",
     ]
    `);
    expect(reading.taken[6]?.content).toMatchObject({ value: 31.5, tolerance: 1.5 });
    expect(reading.taken[7]?.content.prompt.en).toBe('What would you ask your council for\\? Write {freely}.');
  });
});

describe('a file of Moodle XML', () => {
  const reading = readFile(file('moodle.xml'), 'en');
  it('is taken question by question, and the rest is said by its line', () =>
    expect(inShort(reading)).toMatchInlineSnapshot(`
     {
       "left": [
         "4 category $course$/top/Default for Sanctuary",
         "74 description",
         "75 type calculatedmulti",
       ],
       "taken": [
         "7 single picture",
         "19 multiple explanation",
         "28 true-false",
         "34 short-text weights explanation",
         "41 numeric explanation",
         "49 matching explanation",
         "55 ordering explanation",
         "61 blanks weights feedback explanation",
         "64 blanks explanation",
         "71 reflection explanation",
       ],
     }
    `));
  it('keeps what is said in plain words', () => {
    expect(said(reading)).toMatchInlineSnapshot(`
     [
       "Who signs a judicial warrant?

     A signed form | A judge | A judge, never an agency.",
       "¿Qué puede hacer una ciudad?

     - hoy
     - mañana | Una ordenanza | Una orden | Right: Una ordenanza; Una orden",
       "A resolution binds like a law. | False | It states a will.",
       "Which body votes on an ordinance if 1 < 2? | City council | Right: City council",
       "How far is it from hall to school? | 1.5 ± 0.1 km | Right: 1.5 ± 0.1 km",
       "Match. | Council → ordinance | Board → policy | Right: Council → ordinance; Board → policy",
       "Put the steps in order. | 1. Draft | 2. Hearing | 3. Vote | Right: 1. Draft; 2. Hearing; 3. Vote",
       "Fill in the blanks. | An ordinance is passed by the council in one year (now) of 12 months. | Right: An ordinance is passed by the council in one year (now) of 12 months.",
       "Fill in the blanks. | The mayor signs and the council votes. | Right: The mayor signs and the council votes.",
       "What would you ask for? | There is no single right answer.",
     ]
    `);
    expect(reading.taken[4]?.content).toMatchObject({
      value: 1.5,
      tolerance: 0.1,
      units: [
        { text: { en: 'km' }, factor: 1 },
        { text: { en: 'm' }, factor: 0.001 },
      ],
    });
  });
});

describe('a file of QTI', () => {
  it.each([
    [
      'choice-2.1.xml',
      '2 multiple feedback',
      'A school asks about its records.\n\nWhat may it keep? | Attendance | Marks | Nothing in the law asks for status.',
    ],
    [
      'gaps-2.2.xml',
      '2 blanks weights explanation',
      'Fill in who does what. | The council passes an ordinance. | Right: The council passes an ordinance.',
    ],
    ['hotspot-3.0.xml', '2 hotspot shape explanation', 'Where does the council meet? | Chamber | Right: Chamber'],
  ])('%s is taken', (name, taken, words) => {
    const reading = readFile(file(name), 'en');
    expect(inShort(reading)).toEqual({ taken: [taken], left: [] });
    expect(said(reading)).toEqual([words]);
  });
  it.each([
    ['<manifest/>', 'package'],
    ['<assessmentTest/>', 'package'],
    ['<questestinterop/>', 'old-qti'],
    ['<html><p/></html>', 'format'],
    ['<quiz><question type="multichoice"/></quiz>', 'prompt'],
    ['<qti-assessment-item><qti-item-body><p>Hello</p></qti-item-body></qti-assessment-item>', 'description'],
    ['<assessmentItem><itemBody><sliderInteraction/></itemBody></assessmentItem>', 'type'],
  ])('%s is left', (text, reason) => expect(read(text).left).toMatchObject([{ line: 1, reason }]));
});

describe('a table', () => {
  const reading = readFile(file('table.csv'), 'es');
  it('is taken row by row, and the rest is said by its line', () =>
    expect(inShort(reading)).toMatchInlineSnapshot(`
     {
       "left": [
         "1 header nota",
         "11 type raro",
         "12 key Z",
       ],
       "taken": [
         "2 single",
         "3 multiple explanation",
         "4 true-false explanation",
         "6 numeric explanation",
         "7 short-text explanation",
         "8 ordering explanation",
         "9 matching explanation",
         "10 reflection explanation",
       ],
     }
    `));
  it('in Spanish stands in both languages until it is translated', () => {
    const text = { en: 'El concejo vota.', es: 'El concejo vota.' };
    expect(reading.taken[0]?.content).toMatchObject({ explanation: text });
    expect(said(reading)).toMatchInlineSnapshot(`
     [
       "¿Quién aprueba una ordenanza? | El concejo | El concejo vota.",
       "¿Qué puede guardar una escuela? | Asistencia | Notas | Right: Asistencia; Notas",
       "Una resolución
     obliga. | False | Right: False",
       "¿En qué año? | 1979 ± 0.5 | Right: 1979 ± 0.5",
       "Un cuerpo que vota | concejo | Right: concejo",
       "Ordena | 1. Borrador | 2. Audiencia | 3. Voto | Right: 1. Borrador; 2. Audiencia; 3. Voto",
       "Empareja | Concejo → ordenanza | Junta → política | Right: Concejo → ordenanza; Junta → política",
       "¿Qué pedirías? | There is no single right answer.",
     ]
    `);
  });
});

import { type Dictionary } from './en';

const es: Dictionary = {
  name: 'Haven',
  languages: { en: 'English', es: 'Español' },
  list: { separator: ' · ' },
  units: {
    minutes_one: '{{n}} minuto',
    minutes_other: '{{n}} minutos',
    lessons_one: '{{n}} lección',
    lessons_other: '{{n}} lecciones',
    modules_one: '{{n}} módulo',
    modules_other: '{{n}} módulos',
    questions_one: '{{n}} pregunta',
    questions_other: '{{n}} preguntas',
  },
  error: { titlePrefix: 'Error: {{title}}' },
};
export default es;

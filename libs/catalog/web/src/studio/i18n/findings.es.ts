import { type FindingWords } from './findings.en';

const findings: FindingWords = {
  finding: {
    'no-lessons': '«{{title}}» todavía no tiene lecciones',
    'empty-module': 'El módulo «{{title}}» no tiene lecciones',
    'empty-lesson': '«{{title}}» no tiene texto',
    'recording-not-playable': 'La grabación de «{{title}}» no se puede reproducir',
    'no-reviewed-captions': 'La grabación de «{{title}}» no tiene subtítulos revisados',
    'no-questions': '«{{title}}» no tiene preguntas',
    'no-evidence': 'Una pregunta de «{{title}}» no dice dónde está su respuesta',
    'draft-question': 'Una pregunta de «{{title}}» aún es un borrador',
    'short-draw': '«{{title}}» sortea más preguntas con una etiqueta de las que hay',
    'broken-link': 'Un enlace de «{{title}}» lleva a una lección que no existe',
    'broken-moment': 'Un momento en «{{title}}» no está en ninguna grabación de este curso',
    'missing-translation': 'Falta «{{title}}» en español',
    'stale-translation': 'El español de «{{title}}» es anterior al inglés',
    'translation-not-ready': 'Quienes aprenden no verán el español: «{{title}}» aún no está listo',
    'closes-before-it-opens': '«{{title}}» se cierra antes de abrirse',
    'needs-itself':
      '«{{title}}» tendría que completarse antes de poder empezar: quite un curso de los que hay que completar antes',
    'needs-unpublished': 'El curso «{{title}}», que hay que completar antes, no está publicado',
    'no-groups': '«{{title}}» es solo para grupos y no hay ninguno elegido',
    'old-review': '«{{title}}» se revisó por última vez hace más de un año',
  },
  review: {
    old: 'Revisado por última vez el {{date}}, hace más de un año.',
    look: 'Revisarlo',
    lookOf: 'Revisar «{{title}}»',
  },
};
export default findings;

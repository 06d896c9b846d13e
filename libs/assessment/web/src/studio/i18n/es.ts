import { type QuestionWords } from './en';

const es: QuestionWords = {
  editing: {
    question: {
      kind: '¿Cuántas respuestas son correctas?',
      single: 'Una',
      multiple: 'Varias',
      prompt: 'Pregunta',
      options: 'Respuestas',
      optionsHint: 'Marque lo correcto. Nadie que aprende ve las marcas antes de responder.',
      right: 'La respuesta {{n}} es correcta',
      option: 'Respuesta {{n}}',
      remove: 'Quitar',
      removeOption: 'Quitar la respuesta {{n}}',
      removed: 'Se quitó la respuesta {{n}}.',
      add: 'Agregar una respuesta',
      added: 'Se agregó la respuesta {{n}}.',
      explanation: 'Por qué',
      explanationHint: 'Se muestra después del cuestionario: por qué la respuesta correcta lo es.',
      evidence: 'Dónde está la respuesta',
      evidenceHint:
        'Una lección, como lesson:three-rules. Para una grabación agregue el segundo: lesson:webinar?t=125.',
      optional: '(puede quedar vacío)',
      errors: {
        prompt: 'Escriba la pregunta en inglés',
        option: 'Escriba la respuesta {{n}} en inglés o quítela',
        explanation: 'Diga en inglés por qué la respuesta correcta lo es',
        two: 'Una pregunta necesita al menos dos respuestas',
        twelve: 'Una pregunta tiene como máximo doce respuestas',
        oneRight: 'Marque exactamente una respuesta como correcta',
        someRight: 'Marque al menos una respuesta como correcta',
        evidence: 'Escriba dónde está la respuesta, como lesson:three-rules o lesson:webinar?t=125',
        long: 'Acorte este texto: como máximo {{most}} caracteres',
      },
    },
  },
};
export default es;

import { type SavingWords } from './saving.en';

const saving: SavingWords = {
  save: {
    see: 'Ver lo que falta por guardar',
    saved: 'Guardado {{time}}',
    nothing: 'Todo está guardado',
    sending: 'Se guarda mientras avanza',
    sendingSince: 'Se guarda mientras avanza. Último: {{time}}',
    device: 'Guardado en este dispositivo desde {{time}}: {{what}}. Se enviará cuando vuelva la conexión.',
    page: 'En este dispositivo ya no cabe {{what}}. Deje abierta esta página hasta que vuelva la conexión.',
    what: {
      watch_one: 'lo que vio',
      watch_other: 'lo que vio',
      'transcript-read_one': 'una transcripción leída',
      'transcript-read_other': '{{n}} transcripciones leídas',
      'lesson-read_one': 'una lección leída',
      'lesson-read_other': '{{n}} lecciones leídas',
      practice_one: 'una práctica',
      practice_other: '{{n}} prácticas',
      note_one: 'una nota',
      note_other: '{{n}} notas',
      response_one: 'una respuesta',
      response_other: '{{n}} respuestas',
    },
    failed: 'No se aceptó, sigue en este dispositivo: {{why}}',
    reason: {
      'not-found': 'esto ya no existe.',
      'attempt-closed': 'el intento está cerrado.',
      invalid: 'no se entendió. Vuelva a cargar la página.',
      other: 'vuelva a cargar la página para intentarlo otra vez.',
    },
    back: 'Todo está guardado otra vez.',
  },
};
export default saving;

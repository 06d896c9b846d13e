import { type BankWords } from './en';

const es: BankWords = {
  bank: {
    state: {
      title: 'Estado',
      draft: 'Borrador',
      ready: 'Lista',
      draftBody:
        'Un borrador no se le pregunta a nadie. Un curso con este cuestionario se puede publicar cuando todas sus preguntas estén listas.',
      readyBody: 'Esta pregunta se hará tal como está aquí cuando se publique el curso.',
      lacks: {
        evidence: 'No dice dónde está su respuesta. Sin eso no puede estar lista.',
        spanish: 'Le falta algo en español. Se mostraría en inglés.',
      },
      call: 'Está lista',
      back: 'Volver a borrador',
      saidReady: 'La pregunta está lista.',
      saidDraft: 'La pregunta es otra vez un borrador.',
      unsaved: 'Lo que escribió aún no se ha guardado. Corrija lo marcado arriba e inténtelo otra vez.',
      missing: 'Indique arriba la lección en la que está la respuesta e inténtelo otra vez.',
      stale: 'Otra persona cambió esta pregunta. Ábrala de nuevo para verla como está ahora.',
      failed: 'No se cambió. Revise la conexión e inténtelo otra vez.',
    },
  },
};
export default es;

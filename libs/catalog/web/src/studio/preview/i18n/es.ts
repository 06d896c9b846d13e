import { type PreviewWords } from './en';

const es: PreviewWords = {
  preview: {
    title: 'Vista previa',
    lede: 'El curso tal como lo ven quienes aprenden. Lo recorre una persona de prueba: nada de lo que se hace aquí cuenta ni queda guardado.',
    what: 'Qué se muestra',
    draft: 'El borrador tal como está ahora',
    release: 'Versión {{n}}, {{date}}',
    language: 'Idioma',
    languages: { en: 'English', es: 'Español' },
    width: 'Ancho',
    widths: { phone: 'Teléfono', tablet: 'Tableta', full: 'Ancho completo' },
    again: 'Empezar de nuevo',
    frame: 'El curso tal como lo ven quienes aprenden',
    loading: 'Se está preparando la vista previa',
    begun: 'La vista previa empieza de nuevo con otra persona de prueba.',
    over: 'Esta vista previa terminó',
    overBody: 'Dura dos horas. Empiece de nuevo con otra persona de prueba.',
    failed: 'La vista previa no pudo empezar',
    failedBody: 'Revise la conexión e intente de nuevo. El curso no cambió.',
    retry: 'Intentar de nuevo',
  },
};

export default es;

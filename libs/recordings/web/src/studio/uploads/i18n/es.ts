import { type UploadWords } from './en';

const es: UploadWords = {
  recordings: {
    studio: {
      zone: {
        heading: 'Subir grabaciones',
        body: 'Suelte aquí archivos de video o de audio, o elíjalos. Se siguen subiendo mientras usted trabaja en otra parte de Haven.',
        choose: 'Elegir archivos',
        language: 'Idioma que se habla',
        limit: 'Hasta {{limit}} por archivo. Usted aún puede subir {{left}}.',
        added_one: '{{n}} archivo está en camino. La lista de subidas está al final de la página.',
        added_other: '{{n}} archivos están en camino. La lista de subidas está al final de la página.',
        notBegun:
          'No se subió nada, porque no se puede llegar a Haven. Revise la conexión y elija los archivos otra vez.',
        others: 'No se subió, porque no es video ni audio: {{names}}',
        captions:
          'No se subió: {{names}}. Los subtítulos y las transcripciones pertenecen a una grabación: ábrala, elija Subtítulos y traiga allí el archivo.',
      },
      uploads: {
        heading: 'Subidas',
        sum: 'Subidas: {{done}} de {{all}} listas',
        show: 'Mostrar',
        hide: 'Ocultar',
        clear: 'Quitar lo terminado',
        progress: 'Subida de {{name}}',
        of: '{{sent}} de {{size}}',
        speed: '{{speed}} por segundo',
        left: {
          moment: 'falta menos de un minuto',
          minutes_one: 'falta {{n}} minuto, más o menos',
          minutes_other: 'faltan unos {{n}} minutos',
          hours_one: 'falta {{n}} hora, más o menos',
          hours_other: 'faltan unas {{n}} horas',
        },
        phase: {
          waiting: 'Espera su turno',
          sending: 'Subiendo',
          paused: 'En pausa',
          offline: 'No se puede llegar a Haven en este momento. Continúa por sí sola.',
          choose: 'Sin terminar. Elija otra vez el mismo archivo y continúa donde se detuvo.',
          twin: 'En pausa: el mismo archivo ya está aquí.',
          stopped: 'Detenida',
          done: 'Subida',
        },
        stopped: {
          'too-large':
            'Este archivo es más grande de lo que acepta este servidor. Expórtelo más pequeño, a 1080p o menos, y suba ese.',
          'quota-used-up':
            'Su parte del espacio para grabaciones está agotada. Borre grabaciones que nadie usa o pida más a quien administra.',
          'no-room': 'Ya no hay espacio en el servidor. Pida a quien lo opera que haga espacio e intente de nuevo.',
          'not-staff': 'Su cuenta no puede subir grabaciones. Pregunte a quien administra.',
          'signed-out': 'Su sesión terminó. Inicie sesión de nuevo y continúe: no se pierde nada.',
          gone: 'El servidor abandonó esta subida porque esperó demasiado. Intente de nuevo: empieza desde el principio.',
          'not-cancelled': 'No se pudo cancelar, porque no se puede llegar a Haven. Intente de nuevo.',
          failed:
            'El servidor no aceptó este archivo. Intente de nuevo; si sigue así, avise a quien opera el servidor.',
        },
        pause: 'Pausar',
        resume: 'Continuar',
        retry: 'Intentar de nuevo',
        cancel: 'Cancelar',
        dismiss: 'Quitar de la lista',
        named: ': {{name}}',
        choose: 'Elegir el archivo',
        another: 'Ese es otro archivo. Este se llama {{name}} y tiene {{size}}.',
        twin: 'El mismo archivo ya está aquí, como «{{title}}».',
        openTwin: 'Abrirla',
        anyway: 'Subir de todos modos',
        open: 'Abrir la grabación',
        openReplacement: 'Ver el reemplazo',
        signIn: 'Iniciar sesión',
        said: {
          quarter: '{{name}}: {{n}} por ciento subido',
          done: '{{name}} está subido.',
          stopped: '{{name}} se detuvo: {{why}}',
        },
        sure: {
          heading: '¿Cancelar esta subida?',
          body: 'Lo que se envió de {{name}} se desecha. Esto no se puede deshacer.',
          yes: 'Cancelar la subida',
          no: 'Seguir subiendo',
          close: 'Cerrar',
        },
      },
    },
  },
};
export default es;

import { type UnsavedWords } from './unsaved.en';

const es: UnsavedWords = {
  learning: {
    unsaved: {
      title: 'Sin guardar todavía',
      lead: 'Lo que hizo y aún no nos ha llegado. Sigue en este dispositivo hasta que llegue.',
      empty: 'Todo está guardado',
      emptyHow: 'Nada espera en este dispositivo. Puede cerrar esta página.',
      list: 'Sin guardar todavía',
      read: 'Una lección leída hasta el final',
      renewal: 'Una lección cambiada, repasada',
      practice: 'Práctica sin conexión',
      note: 'Nota en {{time}}',
      noteGone: 'Nota en {{time}} eliminada',
      other: 'Algo que hizo en un curso',
      since: 'Desde {{time}}',
      page: 'Solo en esta página: en este dispositivo ya no cabe. Se enviará cuando vuelva la conexión.',
      device: 'En este dispositivo. Se enviará cuando vuelva la conexión.',
      sending: 'Enviándose.',
      failed: 'No se aceptó: {{why}} Sigue en este dispositivo.',
      retry: 'Intentar otra vez',
      download: 'Descargar como texto',
      discard: 'Descartar',
      discardAsk: '¿Descartar esto para siempre? «{{what}}» no se guardará.',
      discarded: 'Descartado.',
    },
  },
};
export default es;

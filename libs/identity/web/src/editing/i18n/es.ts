import { type EditingWords } from './en';

const es: EditingWords = {
  editing: {
    languages: { en: 'en inglés', es: 'en español' },
    state: {
      unchanged: 'Todo está guardado',
      saved: 'Guardado a las {{time}}',
      typing: 'Escribiendo…',
      sending: 'Guardando…',
      device: 'Está en este dispositivo. Se envía cuando vuelva la conexión.',
      memory: 'Sin guardar, y este dispositivo no lo puede conservar. No cierre esta página.',
      invalid: 'Aún sin guardar: hay algo por corregir. Está en este dispositivo.',
      refused: 'Sin guardar: hay algo por corregir. Está en este dispositivo.',
      signedOut: 'Sin guardar: su sesión terminó. Está en este dispositivo.',
      gone: 'Sin guardar: esto ya no existe o usted ya no puede editarlo. Está en este dispositivo.',
      conflict: 'Sin guardar: otra persona cambió esto',
    },
    signIn: 'Iniciar sesión de nuevo',
    save: 'Guardar ahora',
    leave: 'Una parte de lo que escribió aquí aún no está guardada en Haven. ¿Salir de esta página de todos modos?',
    conflict: {
      heading: 'Otra persona guardó esto mientras usted escribía',
      body: 'No se pierde nada. Compare los dos textos y elija con cuál seguir. El otro se queda en esta página para que copie de él.',
      mine: 'El suyo',
      theirs: 'El de la otra persona',
      keep: 'Conservar el mío',
      take: 'Tomar el otro',
      empty: '(vacío)',
    },
    aside: {
      heading: 'El texto que no se eligió',
      body: 'Copie lo que aún necesite. Desaparece cuando salga de esta página.',
      done: 'Quitarlo',
    },
    errors: { heading: 'Hay un problema', line: 'Línea {{line}}: {{message}}' },
  },
};
export default es;

import type en from './en';

const es: typeof en = {
  captions: {
    title: 'Subtítulos',
    lede: 'Los alumnos ven los subtítulos cuando alguien los ha leído y aprobado aquí.',
    notYet: 'Todavía no',
    notYetBody: 'Se pueden añadir subtítulos en cuanto la grabación se pueda ver.',
    none: 'No hay en este idioma.',
    draft: 'Borrador con {{cues}} subtítulos. Nadie más los ve hasta que se aprueben.',
    reviewed: '{{cues}} subtítulos, aprobados el {{on}}. Los alumnos los ven.',
    reviewedBy: '{{cues}} subtítulos, aprobados por {{by}} el {{on}}. Los alumnos los ven.',
    chooseFile: 'Añadir subtítulos de un archivo',
    replaceFile: 'Poner otro archivo en su lugar',
    hint: 'Un archivo que termine en .vtt o .srt, también la transcripción de audio de Zoom.',
    hintReviewed:
      'Un archivo que termine en .vtt o .srt. Los alumnos no verán subtítulos hasta que usted apruebe los nuevos.',
    approve: 'Los he leído: aprobar',
    takeBack: 'Retirar la aprobación',
    download: 'Descargar como WebVTT',
    remove: 'Quitar',
    removed: 'Los subtítulos se han quitado.',
    undo: 'Recuperarlos como borrador',
    done: 'Hecho',
    stale:
      'Otra persona cambió estos subtítulos mientras tanto. No se sobrescribió nada: mírelos e inténtelo de nuevo.',
    notDone: 'No funcionó, y no se cambió nada. Compruebe la conexión e inténtelo de nuevo.',
    taken: 'Se han guardado {{cues}} subtítulos como borrador.',
    speakers: 'Personas encontradas: {{names}}.',
    look: 'Conviene mirarlo:',
    line: 'Línea {{n}}:',
    refused: {
      'too-large':
        'Este archivo es demasiado grande para ser de subtítulos. Elija un archivo que termine en .vtt o .srt.',
      'not-text': 'Este archivo no contiene texto. Elija un archivo que termine en .vtt o .srt.',
      'not-captions': 'No hay subtítulos en este archivo. Elija un archivo que termine en .vtt o .srt.',
      'zoom-chat':
        'Esto es lo que la gente escribió en el chat de Zoom. Lo que se dijo está en su transcripción de audio, un archivo que termina en .vtt.',
    },
    problem: {
      'not-captions': 'aquí no hay subtítulos.',
      'zoom-chat': 'esto es un chat y no subtítulos.',
      'bad-time': 'el tiempo no se puede leer, y este subtítulo se dejó fuera.',
      'stray-text': 'este texto no pertenece a ningún tiempo y se dejó fuera.',
      'ends-before-start': 'termina antes de empezar, y ningún reproductor lo muestra.',
      'no-cues': 'no hay ni un solo subtítulo.',
      'late-header': 'había líneas en blanco antes de la primera; ya no están.',
      'loose-time': 'el tiempo estaba escrito de una manera inusual y se ha corregido.',
      'no-blank-line': 'faltaba una línea en blanco y se ha puesto.',
      'formatting-dropped': 'no se conservan cursivas ni colores.',
      'several-speakers': 'hablan varias personas; se nombra a la primera.',
      empty: 'no hay palabras.',
      'out-of-order': 'empieza antes que el de arriba.',
      overlap: 'empieza antes de que termine el de arriba.',
      'past-end': 'está después del final de la grabación.',
      'too-fast': 'hay poco tiempo para leerlo.',
      'long-line': 'la línea es larga para un teléfono.',
      'many-lines': 'hay más de dos líneas.',
    },
  },
};

export default es;

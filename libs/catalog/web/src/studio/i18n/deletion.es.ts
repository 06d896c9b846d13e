import { type DeletionWords } from './deletion.en';

const deletion: DeletionWords = {
  deletion: {
    title: 'Eliminar el curso',
    hint: 'Nadie lo ha visto todavía. Durante 30 días se puede recuperar.',
    hintPublic: 'Quienes aprenden dejarán de verlo. Se puede recuperar tal como está ahora.',
    notYours: 'Quienes aprenden ven este curso o lo verán, así que solo un editor puede eliminarlo.',
    do: 'Eliminar el curso…',
    heading: '¿Eliminar este curso?',
    body: '«{{title}}» se elimina con sus lecciones. Lo encontrará en «Cursos eliminados» durante 30 días; después desaparece para siempre.',
    bodyPublic:
      'Quienes aprenden dejan de ver «{{title}}» de inmediato. Lo que completaron sigue siendo suyo. Encontrará el curso en «Cursos eliminados» y puede recuperarlo tal como está ahora.',
    yes: 'Sí, eliminarlo',
    no: 'No, conservarlo',
    failed: 'El curso no se eliminó. Puede haber cambiado entretanto: cargue la página otra vez.',
    offline: 'No hay conexión con Haven, así que el curso no se eliminó.',
    done: '«{{title}}» se eliminó.',
    undo: 'Deshacer',
    list: 'Cursos eliminados',
    none: 'No hay ninguno.',
    gone: 'Eliminado el {{date}}. Se puede recuperar hasta el {{gone}}. Hasta entonces se le reserva su dirección, {{slug}}.',
    kept: 'Eliminado el {{date}}. Se conserva, porque hubo quien lo vio. Su dirección es {{slug}}.',
    back: 'Recuperar',
    backOf: 'Recuperar «{{title}}»',
    restored: '«{{title}}» está de vuelta.',
    notRestored: 'El curso no se recuperó. Inténtelo de nuevo; si ya no está en la lista, desapareció para siempre.',
  },
};
export default deletion;

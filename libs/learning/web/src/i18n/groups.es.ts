import { type GroupWords } from './groups.en';

const es: GroupWords = {
  groups: {
    title: 'Mis grupos',
    joinOf: 'Entrar en «{{name}}»',
    what: 'Quien está en este grupo encuentra cursos que son solo para él. No necesita una cuenta: usted entra con una clave al azar en este dispositivo. Nadie ve quién está en el grupo y puede salir cuando quiera.',
    join: 'Entrar en el grupo',
    joined: 'Usted está en «{{name}}».',
    joinFailed: 'Usted aún no está en el grupo. Revise la conexión y vuelva a pulsar Entrar.',
    courses: 'Cursos del grupo',
    noCourses: 'Todavía no hay ningún curso para este grupo.',
    toMine: 'Mis grupos',
    unknown: 'Este enlace no lleva a ningún grupo',
    unknownHow: 'Puede que lo hayan cambiado por otro. Pregunte a quien se lo dio.',
    none: 'Usted no está en ningún grupo',
    noneHow: 'Quien se ocupa de un grupo tiene un enlace para entrar en él.',
    leave: 'Salir de «{{name}}»…',
    leaveHow:
      'Entonces ya no encontrará los cursos de este grupo. Lo que hizo en ellos se conserva y vuelve a estar ahí si entra otra vez.',
    leaveNow: 'Salir del grupo',
    left: 'Usted ya no está en «{{name}}».',
    leaveFailed: 'Usted sigue en el grupo. Revise la conexión e inténtelo otra vez.',
    loading: 'Sus grupos se están cargando',
    failed: 'Esto no se pudo cargar',
  },
};
export default es;

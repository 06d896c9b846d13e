import { type GroupsWords } from './en';

const es: GroupsWords = {
  groups: {
    title: 'Grupos',
    lede: 'Un grupo encuentra cursos que otras personas no encuentran. Se entra por su enlace, sin cuenta, y se sale cuando se quiere. Usted ve cuántas personas son, nunca quiénes.',
    name: 'Nombre de un grupo nuevo',
    nameError: 'Dé al grupo un nombre de 100 caracteres como máximo',
    make: 'Crear el grupo',
    made: 'El grupo «{{name}}» ya existe, con un enlace para entrar.',
    size_one: 'Hay {{n}} persona en él.',
    size_other: 'Hay {{n}} personas en él.',
    few: 'Hay menos de diez personas en él.',
    copy: 'Copiar el enlace',
    copyOf: 'Copiar el enlace de «{{name}}»',
    copied: 'El enlace está copiado.',
    renew: 'Crear otro enlace',
    renewOf: 'Crear otro enlace para «{{name}}»',
    renewed:
      '«{{name}}» tiene otro enlace. El anterior ya no deja entrar a nadie; quienes están en el grupo siguen en él.',
    delete: 'Eliminar',
    deleteOf: 'Eliminar «{{name}}»',
    deleted: '«{{name}}» está eliminado. Puede recuperarlo durante 30 días.',
    gone: 'Eliminado. Quienes estaban en él no encuentran sus cursos. Puede recuperarlo durante 30 días.',
    restore: 'Recuperarlo',
    restoreOf: 'Recuperar «{{name}}»',
    restored: '«{{name}}» está de vuelta, con todas las personas que estaban en él.',
    empty: 'Aún no hay grupos',
    emptyBody:
      'Cree uno, envíe su enlace a quienes aprenden y elíjalo en «Sobre el curso» de los cursos que son para ellos.',
    failed: 'No se hizo. Revise la conexión e inténtelo otra vez.',
  },
};
export default es;

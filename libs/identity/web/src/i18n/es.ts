import { type IdentityWords } from './en';

const es: IdentityWords = {
  identity: {
    signIn: {
      title: 'Iniciar sesión',
      lede: 'Para quienes hacen y cuidan los cursos de Haven. Para aprender no necesita una cuenta.',
      learn: 'Ver los cursos',
      email: 'Correo electrónico',
      password: 'Contraseña',
      show: 'Mostrar la contraseña',
      shown: 'La contraseña está a la vista.',
      hidden: 'La contraseña está oculta.',
      submit: 'Iniciar sesión',
      sending: 'Iniciando sesión…',
    },
    errors: {
      heading: 'Hay un problema',
      email: 'Escriba un correo electrónico, como nombre@ejemplo.org',
      password: 'Escriba su contraseña',
      passwordLong: 'La contraseña tiene como máximo 200 caracteres',
      wrong: 'Ninguna cuenta tiene este correo con esta contraseña. Revise los dos e intente de nuevo.',
      tries: 'Hubo demasiados intentos. Intente de nuevo a partir de las {{time}}.',
      offline:
        'No se puede llegar a Haven. Revise la conexión y elija Iniciar sesión otra vez. Lo que escribió sigue aquí.',
      failed: 'Algo falló de nuestro lado. Elija Iniciar sesión otra vez en un minuto.',
    },
    signOut: {
      unsent:
        'Una parte de su trabajo está solo en este dispositivo y aún no se ha enviado. Al cerrar la sesión se borra. ¿Cerrar la sesión de todos modos?',
    },
  },
};
export default es;

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
      title: 'Cerrar sesión en Haven',
      unsent_one: 'Algo que usted hizo está solo en este dispositivo desde {{time}}. Todavía no se ha enviado.',
      unsent_other:
        '{{n}} cosas que usted hizo están solo en este dispositivo, la más antigua desde {{time}}. Todavía no se han enviado.',
      downloads_one: 'Una descarga, unos {{size}} MB, se borra de este dispositivo.',
      downloads_other: '{{n}} descargas, unos {{size}} MB, se borran de este dispositivo.',
      shared:
        'Al cerrar sesión se borra todo lo suyo de este dispositivo, para que la siguiente persona no encuentre nada.',
      notSent: 'No se pudo enviar. Revise la conexión e inténtelo de nuevo, o siga con la sesión abierta.',
      unreachable: 'Para cerrar sesión hace falta conexión. No se borró nada.',
      send: 'Enviar primero y cerrar sesión',
      discard: 'Cerrar sesión y descartar',
      end: 'Cerrar sesión',
      stay: 'Seguir con la sesión abierta',
    },
  },
};
export default es;

import { type SiteWords } from './en';

const es: SiteWords = {
  site: {
    skip: 'Ir al contenido',
    home: 'Haven, página de inicio',
    main: 'Principal',
    courses: 'Cursos',
    learning: 'Mi aprendizaje',
    studio: 'Estudio',
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    signedInAs: 'Sesión de {{name}}',
    switched: 'Esta página está ahora en español',
    version: {
      newer: 'Hay una versión nueva de Haven. Lo que usted hizo está guardado.',
      unwritten:
        'Algo que usted hizo no se pudo guardar en este dispositivo y todavía no se ha enviado. Se perdería. Inténtelo de nuevo cuando haya conexión.',
      reload: 'Cargar ahora',
      later: 'Más tarde',
    },
    footer: 'Sobre este sitio',
    about: 'Sobre este sitio',
    privacy: 'Privacidad: qué guardamos, en palabras sencillas',
    accessibility: 'Accesibilidad',
    notice: 'Haven enseña sobre políticas públicas. No es asesoría legal.',
    source:
      'Nuestros cursos parten de “Sanctuary in cities”, una página pública del American Friends Service Committee, y están escritos de nuevo. Cada lección nombra sus fuentes.',
    tagline: 'Aprenda qué hace segura a una ciudad.',
  },
};
export default es;

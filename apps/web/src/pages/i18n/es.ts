import { type PagesWords } from './en';

const es: PagesWords = {
  pages: {
    missing: {
      title: 'Aquí no hay ninguna página',
      lede: 'La dirección puede tener un error, o la página puede haberse movido. Nada de lo que hizo se ha perdido.',
      courses: 'Todos los cursos',
      home: 'Página de inicio',
    },
    about: {
      title: 'Sobre este sitio',
      lede: 'Haven es un lugar para aprender cómo las ciudades, los condados y las escuelas pueden proteger a todas las personas que allí viven, trabajan y estudian.',
      why: {
        title: 'Por qué existe',
        text: 'Más de 350 ciudades, condados y otras jurisdicciones tienen políticas sobre lo que sus funcionarios hacen, y no hacen, cuando el control migratorio les pide ayuda. Agentes de policía y otras personas de la comunidad han pedido esas políticas, porque la confianza da más seguridad a todos.\nEstos cursos explican qué dicen las políticas, cómo llegaron tres ciudades a las suyas y cómo puede usted empezar en la propia.',
      },
      courses: {
        title: 'Cómo se hacen los cursos',
        text: 'El punto de partida es “Sanctuary in cities”, una página pública del American Friends Service Committee. Los hechos se conservan y las palabras son nuestras. Cada lección nombra sus fuentes y cada curso dice qué día se revisó por última vez.\nLa grabación del seminario web es sintética: las láminas están dibujadas y la voz la hace una computadora. Lo dice en la imagen y en el texto.\nLos cursos enseñan sobre políticas públicas. No son asesoría legal.',
      },
      words: {
        title: 'Dos idiomas',
        text: 'Todo está en español y en inglés. Puede cambiar en medio de una lección o de un cuestionario y no pierde nada. Donde una parte no está traducida, la página lo dice.',
      },
      software: {
        title: 'El programa',
        text: 'Haven es de código abierto, bajo la licencia Apache 2.0. La organización que mantiene este sitio decide qué se publica aquí y responde por ello. Las letras son Atkinson Hyperlegible Next, hechas por el Braille Institute para personas con baja visión. Los iconos son de Lucide.',
      },
    },
    privacy: {
      title: 'Qué guardamos, en palabras sencillas',
      lede: 'No podemos perder, vender ni entregar lo que no guardamos. Por eso guardamos poco, y esto es todo.',
      kept: {
        title: 'Qué guardamos',
        text: 'Si usted solo mira: nada.\nCuando empieza un curso sin una cuenta, guardamos:\n- un número al azar que lo representa, y nada que diga quién es usted\n- qué lecciones completó y cuándo, qué partes de una grabación vio y sus respuestas en los cuestionarios\n- hasta cuándo vale la llave de este dispositivo\nSi tiene una cuenta, guardamos además su nombre tal como lo escribió, su correo electrónico, cifrado, y su contraseña en una forma que no se puede revertir.',
      },
      notKept: {
        title: 'Qué no guardamos nunca',
        text: '- su dirección IP\n- qué navegador o dispositivo usa\n- su nacionalidad, estatus migratorio, domicilio o fecha de nacimiento. No lo preguntamos en ningún lugar\n- de dónde viene ni adónde va después',
      },
      device: {
        title: 'Qué hay en su dispositivo',
        text: 'Cuando empieza un curso o inicia sesión, su navegador recibe una sola cookie: una llave al azar, para que su avance siga siendo suyo cuando vuelva. Antes de eso no hay ninguna, y nunca hay cookies de publicidad ni de medición.\nLo que usted hace sin conexión espera en su dispositivo hasta que se pueda enviar. Al cerrar sesión se borra, con todo lo demás que sea suyo en este dispositivo. Antes le pregunta si algo no se ha enviado.\nEn un dispositivo que también usan otras personas, cierre la sesión al terminar. Si no tiene cuenta, borre los datos de este sitio en el navegador.',
      },
      seen: {
        title: 'Quién puede verlo',
        text: 'Usted. Las personas que mantienen el servidor de este sitio podrían mirar lo que está guardado, y eso es todo lo que encontrarían. A nadie se le muestra lo que una persona vio o respondió.',
      },
      erase: {
        title: 'Llevárselo y borrarlo',
        text: 'Un botón para llevarse todo, y otro para borrarlo todo, están en construcción. Todavía no están aquí.\nMientras tanto, escriba a la organización que mantiene este sitio y pídalo. Si aprendió sin una cuenta, usted mismo puede cortar el lazo: borre los datos de este sitio en su navegador. Lo que queda es un avance bajo un número al azar que nadie, ni siquiera nosotros, puede relacionar con usted.',
      },
      others: {
        title: 'Otros',
        text: 'Nuestras páginas no cargan nada de nadie más: ni letras, ni mapas, ni medición, ni videos de otros sitios. Un enlace que lleva a otro sitio no le dice a ese sitio de dónde viene usted.',
      },
    },
    accessibility: {
      title: 'Accesibilidad',
      lede: 'Todas las personas deben poder usar Haven. Trabajamos según las WCAG 2.2, nivel AA, y más allá donde podemos.',
      how: {
        title: 'Con qué puede contar',
        text: '- Todo funciona solo con el teclado, y el foco se ve\n- Las grabaciones tienen subtítulos revisados y una transcripción que vale como verlas\n- El texto tiene un contraste de al menos 7 a 1, en el tema claro y en el oscuro\n- Los botones y enlaces son lo bastante grandes para un pulgar\n- Nada se mueve si usted no lo mueve, y menos aún si su sistema lo pide\n- Primero las palabras: ningún color ni icono dice algo por sí solo',
      },
      known: {
        title: 'Lo que sabemos que falta',
        text: 'La grabación no tiene audiodescripción aparte: la voz dice lo que muestran las láminas. En cada cambio probamos con herramientas automáticas y con el teclado. Todavía no hemos probado lo suficiente con personas que usan lectores de pantalla todos los días.',
      },
      tell: {
        title: 'Si algo le impide el paso',
        text: 'Cuéntele a la organización que mantiene este sitio qué intentó hacer y qué pasó. No hace falta que sepa cómo se llama la falla.',
      },
    },
  },
};
export default es;

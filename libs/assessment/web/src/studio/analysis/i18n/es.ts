import { type AnalysisWords } from './en';

const es: AnalysisWords = {
  analysis: {
    title: 'Cómo resultaron las preguntas',
    of: 'Cómo resultaron las preguntas: {{title}}',
    lead: 'Del primer intento que entregó cada una de unas {{n}} personas. Primero lo que conviene mirar.',
    rounded:
      'Todas las cifras están redondeadas, y lo que es de menos de diez personas no se muestra, para que no señale a nadie.',
    few: 'Menos de diez personas han entregado este cuestionario',
    fewBody: 'Cómo resultaron sus preguntas se muestra a partir de diez personas, para que no señale a nadie.',
    none: 'Este cuestionario aún no tiene preguntas',
    sum: {
      poor_one: '{{n}} pregunta se debería corregir.',
      poor_other: '{{n}} preguntas se deberían corregir.',
      check_one: '{{n}} merece una mirada.',
      check_other: '{{n}} merecen una mirada.',
      good_one: '{{n}} resultó bien.',
      good_other: '{{n}} resultaron bien.',
      untold_one: '{{n}} se hizo a menos de diez personas.',
      untold_other: '{{n}} se hicieron a menos de diez personas.',
    },
    flags: { poor: 'Mala', check: 'Revisar', good: 'Buena', untold: 'Muy pocas personas' },
    number: 'Pregunta {{n}}',
    reasons: {
      'key-doubtful':
        'Quienes responden bien lo demás fallan esta más que el resto: la respuesta marcada como correcta puede estar mal.',
      weak: 'Casi no distingue a quienes responden bien lo demás de quienes no.',
      'too-easy': 'Casi todas las personas aciertan. Si solo se trata de que lo sepan, está bien.',
      'too-hard': 'Acierta menos de una de cada cuatro personas.',
      'harder-in-one-language':
        'Es mucho más difícil en un idioma, para personas que responden igual de bien lo demás.',
      'somewhat-harder-in-one-language':
        'Es algo más difícil en un idioma, para personas que responden igual de bien lo demás.',
    },
    advice: {
      'key-doubtful':
        'Lea otra vez la pregunta con su clave. Si la clave está mal, corríjala, publique y vuelva a calificar lo entregado.',
      weak: 'Mire abajo qué respuestas se eligen: otra puede ser correcta también, o la pregunta puede ser ambigua.',
      'too-easy': 'Si debe comprobar algo, haga más creíbles las respuestas incorrectas.',
      'too-hard': 'Mire si la lección lo dice con claridad y si la pregunta pide lo que la lección dice.',
      'harder-in-one-language': 'Compare los dos textos: quizás no preguntan lo mismo.',
      'somewhat-harder-in-one-language': 'Compare los dos textos, palabra por palabra.',
    },
    good: 'No hay nada en contra. Déjela como está.',
    untold: 'Esta pregunta se hizo a menos de diez personas; aún no se muestra nada de ella.',
    earlier: 'Las cifras son de un texto anterior. Las del nuevo llegan cuando se publique y se responda.',
    figures: {
      people: 'Se hizo a',
      about: 'unas {{n}} personas',
      right: 'Aciertan',
      rightAbout: 'más o menos el {{percent}}\u00a0%',
      rightAtLeast: 'el {{percent}}\u00a0% o más',
      rightAtMost: 'el {{percent}}\u00a0% o menos',
      rightUntold: 'No se muestra: son muy pocas personas de cada lado.',
      telling: 'Distingue',
      tellsWell: 'bien ({{n}})',
      tellsSome: 'algo ({{n}})',
      tellsLittle: 'casi nada ({{n}})',
      tellsAgainst: 'al revés ({{n}})',
      tellsUntold:
        'No se muestra: hacen falta diez personas que acierten, diez que no, y otras preguntas en las que no todas respondan igual.',
      tellsHint: 'Cuánto va junto acertar aquí con acertar en lo demás, de −1 a 1. Es útil a partir de 0,2.',
      time: 'Tiempo',
      seconds_one: 'más o menos {{n}} segundo',
      seconds_other: 'más o menos {{n}} segundos',
      minutes: 'más o menos {{minutes}} min {{seconds}} s',
      quick: 'menos de 5 segundos',
      timeUntold: 'No se sabe.',
      languages: 'Idiomas',
      same: 'Ninguna diferencia entre inglés y español para personas que responden igual de bien lo demás.',
      harderSpanish:
        'Más difícil en español: de las personas que responden igual de bien lo demás, acierta un {{percent}}\u00a0% menos.',
      harderEnglish:
        'Más difícil en inglés: de las personas que responden igual de bien lo demás, acierta un {{percent}}\u00a0% menos.',
      harderOne: 'Más difícil en uno de los dos, por menos del 5\u00a0% de las personas.',
      languagesUntold: 'No se muestra: hacen falta, en cada idioma, diez personas que acierten y diez que no.',
    },
    options: {
      title: 'Qué se eligió, pregunta {{n}}',
      answer: 'Respuesta',
      people: 'Personas, de cinco en cinco',
      right: 'Respuesta correcta',
      nothing: 'Sin respuesta',
      few: 'menos de diez',
    },
    edit: 'Editar la pregunta {{n}}',
    find: 'Buscar la pregunta {{n}} entre todas',
    drawn: 'Es de otro cuestionario. Las cifras son de quienes la respondieron aquí.',
    grade: 'Volver a calificar la pregunta {{n}} con una clave corregida',
  },
};
export default es;

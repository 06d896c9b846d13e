import { type RulesWords } from './rules.en';

const rules: RulesWords = {
  purpose: 'Para qué es el cuestionario',
  graded: 'Se califica: hay una nota que alcanzar',
  practice: 'Es práctica: sin nota, las veces que se quiera, y se muestra lo correcto',
  practiceHint:
    'La práctica se puede descargar y hacer sin conexión. Sus respuestas correctas viajan con ella: no use en ella ninguna pregunta de un cuestionario calificado.',
  passMark: 'Nota para aprobar, en por ciento',
  passMarkHint: 'De 0 a 100, de las preguntas que se califican.',
  attempts: 'Intentos',
  attemptsHint: 'De 1 a 20. Déjelo vacío para que sean los que se quiera.',
  coolDown: 'Minutos entre dos intentos',
  coolDownHint: 'Desde la entrega hasta el próximo comienzo. Déjelo vacío para ninguno.',
  timeLimit: 'Límite de tiempo, en minutos',
  timeLimitHint:
    'Según nuestro reloj, desde el comienzo. Se suma el tiempo adicional de cada persona. Déjelo vacío para no poner límite.',
  feedback: 'Cuándo se ve qué es correcto y por qué',
  feedbacks: {
    each: 'Después de cada pregunta, cuando se confirma su respuesta',
    submit: 'Después de cada entrega',
    pass: 'Cuando se ha aprobado',
    never: 'Nunca',
  },
  order: 'Orden',
  shuffle: 'Mezclar las respuestas de cada pregunta',
  shuffleQuestions: 'Mezclar las preguntas',
  draw: 'Sortear entre las preguntas',
  drawHint:
    'Ponga una etiqueta a las preguntas y diga abajo cuántas con esa etiqueta se hacen en cada intento. Las que no tienen una etiqueta sorteada se hacen siempre.',
  tagged: 'Sorteo con «{{tag}}»',
  own: 'De este cuestionario',
  ownSize_one: 'De este cuestionario: {{n}} pregunta',
  ownSize_other: 'De este cuestionario: {{n}} preguntas',
  shared: 'De todas las preguntas',
  sharedSize_one: 'De todas las preguntas: {{n}} está lista',
  sharedSize_other: 'De todas las preguntas: {{n}} están listas',
  sharedHint: 'De 1 a 100. Las preguntas se hacen tal como estén cuando usted publique.',
  sharedShort: 'No hay tantas. Así no se puede publicar el curso.',
  addShared: 'Sortear con una etiqueta de otros cuestionarios',
  addSharedHint:
    'Preguntas listas de otros cuestionarios con el mismo fin: la práctica sortea de la práctica, lo calificado de lo calificado.',
  other_one: '{{tag}} ({{n}} pregunta)',
  other_other: '{{tag}} ({{n}} preguntas)',
  add: 'Agregar',
  removeShared: 'No sortear con «{{tag}}»',
  tags: 'Etiquetas de la pregunta {{n}}, separadas por comas',
  count: 'Cuántas con «{{tag}}» se hacen',
  countHint: 'Déjelo vacío para hacerlas todas.',
  errors: {
    passMark: 'Escriba una nota de 0 a 100',
    attempts: 'Escriba cuántos intentos, de 1 a 20, o déjelo vacío',
    coolDown: 'Escriba minutos hasta 10080, una semana, o déjelo vacío',
    timeLimit: 'Escriba minutos de 1 a 600, o déjelo vacío',
    counts: 'Escriba cuántas con «{{tag}}»: de 1 a 100, y no más de las que hay',
    tags: 'Use como máximo 10 etiquetas de 40 letras como máximo',
  },
};
export default rules;

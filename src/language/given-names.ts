/**
 * Given names that are common in English-language news, by the gender that pronouns give them. They tell a person from a
 * company, and whom "she" can mean; a name that is missing here is found by its titles, roles and pronouns instead.
 */
const FEMALE = `
  abby abigail ada adele adriana agnes aicha aisha alejandra alessandra alexandra alice alicia alina alison alissa allison alma
  alyssa amanda amara amber amelia amina amy ana anastasia andrea angela angelina anita anna anne annette annie antonia april
  ariana arlene ashley astrid audrey aurora ava ayesha barbara beatrice beatriz becky belinda bernadette beth betsy betty beverly
  bianca birgit bonnie brenda bridget brigitte brittany brooke camila camilla candace carla carly carmen carol carolina caroline
  carolyn carrie caterina cathy catherine cecilia celeste celia celine charlene charlotte chelsea cheryl chiara chloe christina
  christine cindy claire clara clarissa claudia colleen concetta connie constance cora corinne courtney cristina crystal cynthia
  dagmar daniela danielle daphne darlene dawn deb deborah debra deepa deirdre delia denise diana diane dina dolores donna dora
  doreen doris dorothy ebony edith eileen elaine eleanor elena elisa elisabeth eliza elizabeth ella ellen elsa elsie emily emma
  erica erika erin esther eugenia eva evelyn faith fatima felicia fiona flora florence frances francesca freya frida gabriela
  gabrielle gail gemma geneva genevieve georgia georgina geraldine gertrude gillian gina ginni giorgia gisela gladys gloria
  grace greta gretchen gwen hannah harriet hazel heather heidi helen helena helga henrietta hilary hillary hilda holly huma ida
  ilyse imelda imogen ines ingrid irene irina iris isabel isabella isabelle ivana ivanka ivy jacqueline jacklyn jana jane janet
  janice jasmine jean jeanne jeannette jennifer jenna jenny jessica jill jillian joan joanna joanne jocelyn jodie johanna josephine
  joyce juanita judith judy julia juliana julianne julie juliet june justine kaitlyn karen karin karla kate katerina katharine
  katherine kathleen kathryn kathy katie katrina kavita kayla keiko kellyanne kendra kerstin khadija kimberly kirsten kristen
  kristin kristina kristine lakshmi lara latoya laura lauren layla leah leila lena leona leslie leticia lidia lila lilian lillian
  lily lina linda lisa liz liza lois lola lorena loretta lori lorraine louisa louise lucia lucille lucinda lucy luisa lydia lynda
  lynn lynne mabel madeleine madison maggie magdalena maia manuela mara marcela marcia margaret margarita margot margrethe maria
  mariah mariam marian marianne marie mariko marilyn marina marion marisa marissa marjorie marlene marsha marta martha martina
  mary maryam maureen maya meera megan meghan mei melanie melania melinda melissa mercedes meredith mia michaela michele michelle
  mildred mina mindy minerva mira miranda miriam molly mona monica monika muriel myra myrtle nadia nadine nan nancy naomi natalia
  natalie natasha neha nellie nicola nicole nina nisha noor nora noreen norma olga olivia oprah paige pamela patricia patty paula
  paulette pauline pearl peggy penelope penny petra phoebe phyllis pooja priscilla priya rachel ramona randi raquel rashida
  rebecca regina renata renee rhonda rita roberta rosa rosalind rosanne rose rosemary rosie roxanne ruth sabine sabrina sadie
  safra saira sally samantha sandra sara sarah sasha selena serena shannon sharon sheila shelby shelley sheryl shirley shreya
  sierra silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue sunita susan susanna susanne suzanne sylvia
  tabitha tamara tamika tammy tania tanya tara tatiana teresa tess tessa thelma theresa tiffany tina tracy trisha trudy uma
  ursula valentina valerie vanessa vera veronica vicki victoria viola violet virginia vivian wanda wendy whitney wilhelmina
  aiko akua alina amal amara amrita anjali anushka aya ayumi blessing chiamaka chioma dalia dilara elif emine esra farah fatou
  funke gulnara hana hanako haruka hye ines ingeborg ipek jelena jiyeon kateryna katya kirsi leyla lina linnea ljubica mai malala maren
  margit mbali mina minako nadezhda naledi nanami nandi nasrin nkechi nomsa oksana olena pilar priyanka rania rekha rin roya rukhsana
  sakura saoirse shabnam shira shirin siobhan sigrid signe sinead solveig soraya sumaya svetlana swati thandi tove tuva vandana wangari yael
  yulia yumi zeynep zofia zuzana wilma winifred xenia yasmin yolanda yoko yuki yvette yvonne zainab zara zoe zsuzsa`;

const MALE = `
  aaron abdul abdullah abe abraham adam adebayo adnan adrian ahmad ahmed akio al alan alastair albert alberto aldo alec alejandro
  alessandro alexander alexei alfonso alfred alfredo ali alistair allan allen alphonse alvin amir amit amos anand anders andre andreas
  andrei andres andrew andy angelo angus anil anthony antoine anton antonio antony archie ari arjun armando arnaud arnold arthur
  arturo arun arvind ashok ashraf asif augustus austin axel aziz barack barry bart bashar ben benedict benjamin benny bernard
  bernardo bernie bert bilal bill billy bjorn bo bob bobby boris brad bradley brandon brendan brent bret brett brian bruce bruno
  bryan bryce burt byron caleb calvin carl carlos carter cecil cedric cesar chad charles charlie chester chet chris christian
  christoph christopher chuck clarence clark claude claus clay clement cliff clifford clint clive clyde cody colin conor conrad
  corey cornelius craig curt curtis cyril cyrus damian damien damon dan daniel danny daniele dario darius darrell darren darryl
  dave david dean declan deepak denis dennis derek derrick desmond devin dick didier diego dieter dimitri dirk dmitry dominic don
  donald donnie doug douglas duncan dustin dwayne dwight dylan earl ed eddie edgar edmund eduardo edward edwin eli elias elijah
  elliot elliott elmer elon emil emilio emmanuel enrico enrique eric erik ernest ernesto ernie erwin ethan eugene evan ezekiel ezra
  fabio faisal farid felipe felix ferdinand fernando fidel filippo florian floyd francesco francis francisco franco francois frank
  franklin franz fred freddie frederic frederick fredrik friedrich gabriel gareth garrett garry gary gavin gene geoff geoffrey
  george georges gerald gerard gerardo gerhard gerry gideon gilbert giles gino giorgio giovanni giuseppe glen glenn gordon graham
  grant greg gregg gregory guillaume guillermo gunther gus gustav gustavo guy habib hamid hamza hans harish harold harry harvey
  hasan hassan hector heinrich henri henrik henry herbert herman hideo hiroshi homer horace howard hubert hugh hugo humberto hussein
  ian ibrahim ignacio igor ike ilya imran ira irving isaac ismail ivan jack jackson jacob jacques jaime jake jakob jamal james
  jameson jan janos jared jason jasper javier jay jean-pierre jed jeff jefferson jeffrey jens jensen jeremiah jeremy jerome jerry
  jesse jesus jim jimmy joachim joao joaquin joe joel johan johann johannes john johnny jon jonas jonathan jorge jose josef joseph
  josh joshua juan juergen jules julian julio julius junaid jurgen justin kamal karl karthik keith ken kenji kenneth kent kevin
  khalid kirk klaus knut konrad konstantin kristian kumar kurt kyle lamar lance larry lars laurence laurent lawrence lee leif len
  leo leon leonard leonardo leopold leroy lester levi lewis liam lionel lloyd lorenzo lou louis luc luca lucas luigi luis luiz
  lukas luke luther magnus mahmoud malcolm mandela manfred manoj manuel marc marcel marcelo marco marcos marcus mario marius mark
  markus marshall martin marty marvin masayoshi massimo mateo mathias matt matteo matthew matthias maurice mauricio max maximilian
  mehmet mel melvin michael michel miguel mihai mikael mike mikhail miles milo milton mitch mitchell mitt mohamed mohammad
  mohammed moses muhammad murray mustafa nabil nasser nat nate nathan nathaniel naveen ned neil nelson newt nicholas nick nicolas
  nicolo niels nigel nikhil nikita nikolai noah noam noel norman oleg oliver olivier omar orlando oscar oskar osman oswald otto owen
  pablo paolo pascal patrice patrick patricio paul pavel pedro per perry pete peter phil philip philipp philippe phillip pierre
  piers pradeep prakash pranav preston qasim quentin rafael rahul raj rajesh ralph rami ramon rand randall randolph randy raoul
  rashid raul ravi ray raymond reggie reginald reid reinhard rene reuben rex reza ricardo riccardo rich richard rick ricky rishi
  rob robbie robert roberto rod roderick rodney rodrigo roger rohan rohit roland rolf roman ron ronald ronnie rory ross roy ruben
  rudolf rudy rupert rush russ russell ryan sal salman salvador salvatore sam sameer samir samuel sandeep sanjay santiago satoshi
  satya saul scott sean sebastian sergei sergey sergio seth shane shaun shawn shigeru sid sidney sigmund silvio simon soren spencer
  stan stanley stefan stefano stephan stephen steve steven stewart stuart sundar sunil suresh sven takashi takeshi tariq taro
  ted terence terrence theo theodore thierry thomas tim timothy tobias toby todd tom tomas tommy tony travis trent trevor tristan
  tucker tyler ulrich umar uwe vaclav valentin vernon victor vijay vikram viktor vince vincent vinod viktor vinny vitaly vivek
  vladimir volker walid wallace wally walt walter warren wayne wesley wilbur wilfred wilhelm will willem william willie wolfgang
  abebe adeyemi ahmet akash akira aleksandr ambrose anatoly anil ansel asher avi babak bala bao bjarne bogdan carlo chidi chinedu cyprian
  daisuke dawit demetrius devdutt dinesh einar emre enzo erling esteban fareed farhad gael ganesh gianni goran guo hakan haruki henning
  hideki hisashi ikenna imre jaap jagdeep jarek jiro joost juhani kaito kareem katsuhiko kazuo kenta kiyoshi kofi kojo kwabena laszlo leandro
  lennart lothar lukasz mads makoto marek masato mihail milos miroslav mordechai mukesh nadav nandan naoki nikos nils obinna okechukwu olaf
  oluwaseun omer pawel pekka petr piotr radek rafa raghu ramesh ravindra ren rohit ronen roope sachin sadiq samuli sanjeev selim shinzo
  shlomo slavomir sohail stavros stig sudhir suleiman tadashi tadeusz takumi tariq tatsuya tetsuya thabo tibor tomasz toshiro tunde
  uchenna uri vasily vikas viswanathan volodymyr wojciech yash yaw yosef yoshihiro yuval zbigniew zhou ziv woody xavier yann yasser yevgeny yitzhak yuri yusuf yves zachary zack zeke zoltan`;

const EITHER = `
  adi ajay alex alexis angel ariel aubrey avery bailey blair cameron carey casey chandler chen chidi chuka cory dale dana devon drew
  dominique dorian emeka ezinne fang francis frankie gale hadley hao harper hayden hong hui ian ifeoma jaden jamie jan jessie jia jin
  jing jo jodi jody jordan jude jun kai kasey kay kelly kelsey kendall kerry kim kiran kofi kris kwame lane lei lin ling logan lonnie
  mackenzie max mel merrill ming min mohan morgan nicky noa ola ngozi parker pat quinn reese riley robin rowan rui ryo sage sam sandy
  sascha sean shay shea sidney skyler sol soo stevie sydney taylor terry toni tonya tracy tyrone val wei wen xiao xin yan yang ying
  yong yu yuan yun zhen ziyad`;

export type Gender = 'female' | 'male';

const words = (list: string): string[] => list.trim().split(/\s+/);
const GENDERS: ReadonlyMap<string, Gender | 'either'> = new Map([
  ...words(FEMALE).map((name) => [name, 'female'] as const),
  ...words(MALE).map((name) => [name, 'male'] as const),
  ...words(EITHER).map((name) => [name, 'either'] as const),
]);

function plain(name: string): string {
  const low = name.toLowerCase();
  return /^[a-z-]*$/.test(low) ? low : low.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether a word is a given name that is common in the news, and of which gender; null for one that is not known. */
export function givenName(word: string): Gender | 'either' | null {
  const name = plain(word);
  return GENDERS.get(name) ?? GENDERS.get(name.split('-')[0] ?? name) ?? null;
}

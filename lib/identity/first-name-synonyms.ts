/*
 * First names that one person goes by. A line is one name: its spellings and its short and pet forms; a form may stand in
 * several lines (Alex), which does not make their other names one (Alexander is not Alexandra).
 *
 * The pairs are facts, put in lines of our own and cut to names in use in the United States; compared with the table of the
 * nicknames project (https://github.com/carltonnorthern/nicknames, Apache-2.0), from which genealogists' pairs that nobody
 * uses today were left out. Spanish and Irish forms common in Connecticut were added.
 */
const lines = `
aaron aron ron ronnie
abigail abbigail abby abbie gail
abraham abram abe bram
adelaide adele addie della heidi
agnes aggie nessa
alan allan allen al
albert alberto al bert bertie
alejandra aleja alex sandra
alejandro alex ale
alexander alexandre aleksander alec alex al sandy xander lex sasha
alexandra alexandria alexa alex lexi sandra sandy sasha allie
alfred alfredo al fred freddy
alice alicia ali allie
allison alison allyson ali allie
alyssa alissa aly lissa
amanda mandy manda
amelia amy millie mel
anastasia stacy stacey ana
andrea andie drea
andrew andres andreas andy drew andre
angela angelina angelica angie angel
ann anne anna annie hannah nan nancy ana
annette anna nettie
anthony antonio anton tony toni
antoinette antonia toni netta
arthur arturo art artie
ashley ashleigh ash
augustus augustine august gus
barbara barb barbie babs
beatrice beatriz bea trixie
benjamin ben benny benji
bernadette bernie detta
bernard bernardo bernie
bertha bert bertie
bethany beth
beverly beverley bev
bradley bradford brad
brandon brendan brandan
brenda bren
brian bryan bryant
bridget brigid bridie biddy
brittany britney brittney britt
caitlin kaitlyn caitlyn katelyn kate katie cait
calvin cal
cameron cam
camille camila cammie millie
candace candice candy
carlos carlo charles
carol carole carolyn caroline carrie caro lynn
cassandra cassie sandra sandy
catherine katherine kathryn catharine katharine cathryn katarina catalina cathy kathy kate katie kat kit kitty kay katy trina
cecilia cecelia celia cissy cece
charles charlie charley chuck chas chaz carl
charlotte charlie lottie char
chester chet
christian chris kris
christina christine kristina kristine christy kristy chrissy tina chris kris kristin kristen kirsten
christopher kristopher cristobal chris kris kit topher
cindy cynthia cyndi
claire clara clare
clarence clare
clayton clay
clifford clifton cliff
colleen coleen
constance connie
cornelius neil connor
courtney court
curtis curt kurt
daniel danny dan
danielle daniela dani danny
david dave davy davey
deborah debra debbie deb debby
denise denny
dennis denis denny
diane diana dianne di
dolores delores lola
dominic dominick domingo dom nick
donald don donnie
donna dona
dorothy dorothea dot dottie dolly dora
douglas doug
dylan dillon
earl earle
edith edie
edward eduardo ed eddie ted teddy ned
edwin ed eddie ned
eileen aileen
elaine helaine lainie
eleanor elinor ellen ellie nora nell nellie lenora
elizabeth elisabeth elisa eliza liz lizzie beth betty betsy bess bessie libby lisa lizbeth liza elise ellie elsie buffy
emily emilia emma em emmy
emmanuel manuel manny
enrique henry kike
eric erik erick rick ricky
erin aaron
ernest ernesto ernie
esther hester essie
eugene gene
evelyn eve evie
florence flo flossie
frances francesca fran frannie francie cissy
francis francisco frank frankie paco pancho
franklin frank
frederick fredrick federico fred freddy fritz rick
gabriel gabe
gabrielle gabriela gabby gaby
gail gayle
genevieve jenny eve viv
geoffrey jeffrey geoff jeff
george jorge georgie
georgia georgina georgianna georgie gina
gerald jerald gerry jerry
geraldine gerry geri
gerard gerry jerry
gertrude trudy gert
gilbert gil bert
gloria glory
grace gracie
gregory greg gregg gregorio
guadalupe lupe
guillermo william memo
gwendolyn gwen wendy
hannah hanna anna
harold harry hal
harriet hattie
harrison harry
heather heath
helen helena elena nell lena ellen
henry henrique hank harry hal
herbert herb bert
hillary hilary
howard howie
hubert hugh bert
ignacio nacho iggy
irene rena
isaac ike zac
isabel isabelle isabella izzy bella belle ysabel
isidore izzy
jacob jake jack jakob
jacqueline jackie jacquelyn jaclyn
james jim jimmy jamie jem jaime
jane janet janie jan jean jeanne joan
janet jan
janice jan
jasmine jazmin jas jazz
jason jay jase
jean jeanne jeannie gina
jennifer jenny jen jenn jenna
jeremiah jeremy jerry
jerome jerry
jesse jess jessie
jessica jess jessie
jesus chuy chucho
joan joanne joanna jo
joel joey
john johnny jack jon juan sean shawn ian ivan evan johnathan
jonathan johnathan jonathon jon john nathan johnny
joseph jose joe joey jo pepe
josephine josefina josie jo
joshua josh
joyce joy
juan john juanito
judith judy jude
julia julie juliana jill juliet jules
julian jules
justin justine
karen caren
katelyn kaitlin kate katie
kathleen cathleen kathy cathy kate katie kath kay
kelly kelley kelli
kenneth ken kenny
kimberly kimberley kim kimmy
kristen kristin kirsten kris kristy
lambert bert
larry lawrence
laura lauren laurie lori lora
lauren laurie ren
lawrence laurence lorenzo larry laurie lars lorne
leah lea
leo leon leonardo lee
leonard leonardo len lenny leo
leroy lee roy
leslie lesley les
lewis louis luis lou louie
lillian lily lilian lil
linda lindy lynn
lindsay lindsey linds
loretta lori etta
lorraine lori rainey
louis luis lewis lou louie
louise luisa lou
lourdes lulu
lucas luke
lucille lucy lucia lu
lydia liddy
mackenzie kenzie mac
madeline madeleine madelyn maddie maddy
magdalena magda lena maggie
malcolm mal
marcia marsha marcy
marcus mark marc marcos
margaret margarita marguerite margery maggie meg megan peggy peg marge margie margo greta rita daisy maisie
maria marie mary mia
mariana marianne mary
marilyn marylin mary lynn
marion marian
marjorie margery marge margie
mark marc marcus
martha marty patty mattie
martin marty
mary marie maria molly polly mamie may mae maureen
matilda tilda tillie mattie
matthew mateo matt matty
maureen mo reenie
maurice mauricio morris
maximilian maxwell max
maxine max
megan meghan meg
melanie mel
melinda mindy linda mel
melissa mel missy lissa
melvin mel
mercedes mercy
meredith merry
michael miguel mike mikey mick mickey micky mitch
michelle michele shelly chelle micki
mildred millie
miranda mandy randy
miriam mimi
mitchell mitch
mohammed muhammad mohammad mohamed mo
monica mona
nancy nan ann
natalie nataly natalia nat talia
natasha tasha nat
nathaniel nathan nate nat
nicholas nicolas nick nicky cole claus
nicole nichole nicki nikki cole colette
norman norm
oliver ollie
olivia liv livvy olive
oscar ozzie
pamela pam
patricia patrice pat patty patti tricia trish
patrick pat paddy rick patricio
paul pablo paulie
paula paulina pauline polly
penelope penny
peter pedro pete
philip phillip felipe phil pip
phyllis phil
priscilla cilla prissy
rachel rachael raquel rae shelly
ralph rafael raphael rafe
ramon ray raymond
randall randolph randy
raymond ramon ray
rebecca rebekah becky becca beck
regina gina
reginald reggie reg
renee rene
rhonda ron ronnie
richard ricardo rick ricky rich richie dick dickie
rita margarita
robert roberto rob bob bobby robbie bert robin
roberta bobbie robbie robin
roderick rod rick
rodney rod
roger rodger rogelio
roland rolando rollie rowland
ronald ronaldo ron ronnie
rosalind rosalyn rosalie roz rose rosie
rose rosa rosie rosemary rosemarie
roxanne roxy
rudolph rodolfo rudy
russell russ rusty
ruth ruthie
ryan rian
samantha sam sammy
samuel sam sammy
sandra sandy
santiago james diego
sarah sara sally sadie
scott scotty
sebastian seb bastian
sharon shari sherry
shirley shirl
sidney sydney sid
simon simone
sophia sofia sophie
stanley stan
stella estelle estella
stephanie stefanie steph stevie
stephen steven stefan esteban steve stevie
stuart stewart stu
susan suzanne susanna susannah sue susie suzy
sylvia silvia
tabitha tabby
tamara tammy tam
teresa theresa tess tessa terry tracy resa
terrence terence terrance terry
thaddeus tad thad ted
theodore ted teddy theo
thomas tomas tom tommy
tiffany tiff
timothy tim timmy
tracy tracey
valerie val
vanessa nessa
vernon vern
veronica ronnie vera
victor vic
victoria vicky vicki tori vic
vincent vicente vince vinny
violet vi
virginia ginny ginger gina
vivian viv
walter walt wally
wesley wes
wilfred will fred
willard will
william bill billy will willie willy liam wil guillermo
winifred winnie fred freddie
yolanda yoli
yvonne evonne
zachary zachariah zack zach zac
`;

const groups = new Map<string, number[]>();
for (const [at, line] of lines.trim().split('\n').entries()) {
  for (const name of line.split(' ')) groups.set(name, [...(groups.get(name) ?? []), at]);
}

/** Whether one person may go by both, each given as a name key. Equal names are not looked up here. */
export function areSynonyms(one: string, other: string): boolean {
  const others = groups.get(other);
  return others !== undefined && (groups.get(one)?.some((group) => others.includes(group)) ?? false);
}

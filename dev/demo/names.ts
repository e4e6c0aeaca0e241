const words = (text: string): readonly string[] => text.split(' ');

export const firstNames = words(
  'Abigail Adrian Aisha Alejandra Amara Amir Andre Angela Anthony Antoine Beatriz Benjamin Brendan Brianna Caleb Camille ' +
    'Carlos Catherine Chidi Chloë Christine Claire Daniela Darius David Deborah Diego Dmitri Donna Edward Elaine Élise Emeka ' +
    'Emily Ethan Fatima Felix Fiona Francisco Gabriel Georgia Gloria Grace Hannah Haruto Helen Ibrahim Ignacio Ingrid Isabel ' +
    'Jacqueline Jamal Janelle Javier Jennifer Jiho Jin José Joseph Joyce Karen Keisha Kenneth Khadija Laila Latoya Lauren ' +
    "Leila Linh Lorenzo Lucía Luis Maeve Malik Marcin María Mark Marta Matthew Mei Michael Miguel Mónica Nadia Nathan Ngozi " +
    "Nicole Noah Olivia Omar Owen Pamela Patricia Pavel Peter Priya Rachel Rafael Raúl Rebecca Renée Rosa Ryan Saoirse Samuel " +
    "Sandra Seán Shanice Sofía Stephen Susan Tamara Teresa Thanh Thomas Tyrone Valentina Victor Wanjiru William Xavier Yusuf Zoë",
);

export const middleNames = words('Ann Marie Lee James Rose Michael Elizabeth Jo Ray Louise Thomas M. J. R. de Jesús Grace');

export const lastNames = words(
  "Abreu Adeyemi Almeida Anderson Baczyński Bailey Banerjee Barros Bennett Bergström Bianchi Brown Burke Callahan Carvalho " +
    "Castellano Chen Clarke Coelho Cohen Colón Cruz D'Amico D'Souza Davis Delacroix DeLuca Desrosiers Diaz Dubois Evans Fernández " +
    "Fitzgerald Flores Foster Gagnon García Gomes González Green Gutiérrez Haddad Hall Harris Hernández Hoang Ivanova Jackson " +
    "Jean-Baptiste Jiménez Johnson Jones Kaplan Kelly Khan Kim Kowalczyk Kumar LaPointe Lee Levesque Lewis López Lund MacDonald " +
    "Mahmoud Marchetti Martin Martínez McCarthy Mendoza Mensah Mitchell Møller Morales Moreno Murphy Nakamura Nguyen Novak Núñez " +
    "O'Brien O'Connell O'Neil Okafor Oliveira Ortiz Osei Park Parker Patel Pelletier Pereira Pérez Petrović Quinn Ramírez Ramos " +
    "Reyes Ricci Rivera Roberts Robinson Rodríguez Rossi Roy Russo Ryan Sánchez Santiago Santos Schwartz Scott Shah Sharma " +
    "Silva Singh Smith Sokolov Sousa St.Pierre Sullivan Taylor Thibault Thompson Torres Tran Turner Vargas Vega Walker Wang " +
    "Washington Watts Weiss White Williams Wilson Wiśniewski Wong Wright Yılmaz Young Zhang Zieliński",
);

export const suffixes = words('Jr. Sr. II III');

export const streets = words('Elm Main Maple Church School Park Prospect Center Highland Pleasant');

/** Towns of Connecticut, each with one of its ZIP codes. */
export const towns = [
  ...(['Hartford 06103', 'New Haven 06510', 'Bridgeport 06604', 'Stamford 06901', 'Waterbury 06702'] as const),
  ...(['Norwalk 06850', 'Danbury 06810', 'New Britain 06051', 'Meriden 06450', 'Bristol 06010'] as const),
  ...(['Manchester 06040', 'Middletown 06457', 'Norwich 06360', 'Torrington 06790', 'New London 06320'] as const),
];
